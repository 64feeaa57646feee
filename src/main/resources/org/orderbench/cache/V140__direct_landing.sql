-- A sync writes into the mirror's tables themselves, in one transaction that nobody sees before it is committed. Only a full read also keeps its pages aside as
-- they came, so that one that was cut goes on at its page.
drop table stage_company;
drop table stage_warehouse;
drop table stage_location;
drop table stage_unit;
drop table stage_currency_rate;
drop table stage_product;
drop table stage_vendor;
drop table stage_supplier_price;
drop table stage_pack;
drop table stage_product_tag;
drop table stage_reordering_rule;
drop table stage_quant;
drop table stage_open_move;
drop table stage_done_move;
drop table stage_purchase_order;
drop table stage_purchase_line;
drop table stage_move_page;
drop table stage_gone;
drop table stage_progress;
delete from stage_run;

create table stage_mirror (
    mirror          varchar primary key,
    read_to         timestamp(6) with time zone,
    complete        boolean default false not null
);
-- A mirror is read in one stretch of ids or in several side by side.
create table stage_stretch (
    mirror          varchar not null,
    up_to           bigint not null,                         -- the last id that belongs to it
    last_id         bigint not null,                         -- how far it was read
    rows_read       bigint default 0 not null,
    primary key (mirror, up_to)
);
create table stage_page (
    seq             bigint generated always as identity primary key,
    mirror          varchar not null,
    body            varbinary not null                       -- StagedPage
);
create index stage_page_mirror on stage_page (mirror, seq);

-- Which of Odoo's records are held, a bit each: compared with Odoo's own count of them after each sync.
create table held_ids (
    mirror          varchar not null,
    chunk           int not null,                            -- the id divided by 4096
    bits            varbinary not null,
    primary key (mirror, chunk)
);
-- From when on done moves are held.
alter table sync_state add column held_from timestamp(6) with time zone;
-- What older versions read stays readable; the next sync reads it anew.
update sync_state set read_to = null;
