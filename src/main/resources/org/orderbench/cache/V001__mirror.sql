-- What was read from Odoo. One database file holds one connection (address, database, login). Ids are Odoo's own.
-- Quantities are in the product's own unit unless a column says otherwise; instants are UTC.

create table connection (
    only_row        boolean default true primary key check (only_row),
    address         varchar not null,
    database_name   varchar not null,
    login           varchar not null,
    uid             int,
    server_version  varchar,
    time_zone       varchar default 'UTC' not null
);

-- One row per mirror: how far it has been read. Server clock, not ours.
create table sync_state (
    mirror          varchar primary key,                     -- the table's name; open and done moves apart
    read_to         timestamp(6) with time zone,             -- newest write_date when the last read began
    rows_held       bigint default 0 not null,
    synced_at       timestamp(6) with time zone
);

create table sync_run (
    id              bigint generated always as identity primary key,
    started_at      timestamp(6) with time zone not null,
    finished_at     timestamp(6) with time zone,
    full_read       boolean not null,
    outcome         varchar,               -- DONE, CANCELLED, FAILED
    report          varchar                -- JSON: rows per model, warnings
);

create table company (
    id int primary key, name varchar not null, currency varchar not null, lead_days int default 0 not null
);
create table warehouse (
    id int primary key, code varchar not null, name varchar not null, company_id int not null,
    stock_location_id int not null, receipt_type_id int not null
);
create table location (
    id int primary key, name varchar not null, usage varchar not null, warehouse_id int, active boolean default true not null
);
create table unit (
    id int primary key, name varchar not null, family int not null, reference numeric(24, 12) not null, rounding numeric(24, 12) not null
);
create table currency_rate (
    -- company currency per one unit of the currency, from that day on
    company_id int not null, currency varchar not null, rate_day date not null, rate numeric(24, 12) not null,
    primary key (company_id, currency, rate_day)
);
create table product (
    id int primary key, template_id int not null, code varchar not null, name varchar not null, barcode varchar, category varchar not null,
    unit_id int not null, purchase_unit_id int not null, active boolean not null, purchasable boolean not null, storable boolean not null,
    cost numeric(24, 6) not null, list_price numeric(24, 6) not null,
    kit boolean default false not null,                      -- leaves stock as its components
    procurement varchar default 'STOCK' not null             -- STOCK, TO_ORDER, DROP_SHIP, TRANSFER: only STOCK is ours to plan
);
create index product_template on product (template_id);
create table vendor (
    id int primary key, name varchar not null, parent_id int, currency varchar, buyer_id int
);
create table supplier_price (
    id int primary key, vendor_id int not null, template_id int not null, product_id int, company_id int, sequence int not null,
    unit_id int not null, minimum numeric(24, 6) not null, price numeric(24, 6) not null, discount numeric(12, 6) not null,
    currency varchar not null, delay_days int not null, valid_from date, valid_to date, vendor_code varchar not null
);
create index supplier_price_template on supplier_price (template_id);
create table pack (
    id bigint primary key, product_id int not null, name varchar not null, contents numeric(24, 6) not null
);
create index pack_product on pack (product_id);
create table reordering_rule (
    id int primary key, company_id int not null, warehouse_id int not null, product_id int not null,
    minimum numeric(24, 6) not null, maximum numeric(24, 6) not null, multiple numeric(24, 6) not null,
    automatic boolean not null, snoozed_until date
);
create index reordering_rule_sku on reordering_rule (product_id, warehouse_id);
create table quant (
    id int primary key, product_id int not null, location_id int not null, on_hand numeric(24, 6) not null, reserved numeric(24, 6) not null
);
create index quant_product on quant (product_id);
-- Done moves, and confirmed ones to customers (state <> 'done'), in the product's own unit.
create table stock_move (
    id int primary key, product_id int not null, from_location int not null, to_location int not null, state varchar not null,
    moved_at timestamp(6) with time zone not null, quantity numeric(24, 6) not null, purchase_line_id int, returned_of int
);
create table purchase_order (
    id int primary key, name varchar not null, state varchar not null, vendor_id int not null, company_id int not null, warehouse_id int,
    currency varchar not null, origin varchar, user_id int, ordered_at timestamp(6) with time zone, approved_at timestamp(6) with time zone, planned_at timestamp(6) with time zone,
    amount_total numeric(24, 6) not null
);
create table purchase_line (
    id int primary key, order_id int not null, product_id int not null, unit_id int not null,
    ordered numeric(24, 6) not null,        -- in the product's own unit
    received numeric(24, 6) not null,       -- in the product's own unit
    price numeric(24, 6) not null,          -- per the line's unit
    created_at timestamp(6) with time zone not null, planned_at timestamp(6) with time zone
);
create index purchase_line_product on purchase_line (product_id);
create index purchase_line_order on purchase_line (order_id);

-- A sync is collected here, page by page, and moved over in one transaction: what was read last stays usable until then, and a cut read goes on where it was.
create table stage_run (
    only_row boolean default true primary key check (only_row), full_read boolean not null, started_at timestamp(6) with time zone not null
);
create table stage_progress (
    mirror varchar primary key, read_to timestamp(6) with time zone, last_id bigint default 0 not null, rows_read bigint default 0 not null,
    complete boolean default false not null, replaces boolean default false not null
);
create table stage_gone (
    mirror varchar not null, id bigint not null, primary key (mirror, id)
);
create table stage_company as (select * from company) with no data;
alter table stage_company alter column id set not null;
alter table stage_company add primary key (id);
create table stage_warehouse as (select * from warehouse) with no data;
alter table stage_warehouse alter column id set not null;
alter table stage_warehouse add primary key (id);
create table stage_location as (select * from location) with no data;
alter table stage_location alter column id set not null;
alter table stage_location add primary key (id);
create table stage_unit as (select * from unit) with no data;
alter table stage_unit alter column id set not null;
alter table stage_unit add primary key (id);
create table stage_currency_rate as (select * from currency_rate) with no data;
alter table stage_currency_rate alter column company_id set not null;
alter table stage_currency_rate alter column currency set not null;
alter table stage_currency_rate alter column rate_day set not null;
alter table stage_currency_rate add primary key (company_id, currency, rate_day);
create table stage_product as (select * from product) with no data;
alter table stage_product alter column id set not null;
alter table stage_product add primary key (id);
create table stage_vendor as (select * from vendor) with no data;
alter table stage_vendor alter column id set not null;
alter table stage_vendor add primary key (id);
create table stage_supplier_price as (select * from supplier_price) with no data;
alter table stage_supplier_price alter column id set not null;
alter table stage_supplier_price add primary key (id);
create table stage_pack as (select * from pack) with no data;
alter table stage_pack alter column id set not null;
alter table stage_pack add primary key (id);
create table stage_reordering_rule as (select * from reordering_rule) with no data;
alter table stage_reordering_rule alter column id set not null;
alter table stage_reordering_rule add primary key (id);
create table stage_quant as (select * from quant) with no data;
alter table stage_quant alter column id set not null;
alter table stage_quant add primary key (id);
create table stage_purchase_order as (select * from purchase_order) with no data;
alter table stage_purchase_order alter column id set not null;
alter table stage_purchase_order add primary key (id);
create table stage_purchase_line as (select * from purchase_line) with no data;
alter table stage_purchase_line alter column id set not null;
alter table stage_purchase_line add primary key (id);
create table stage_open_move as (select * from stock_move) with no data;
alter table stage_open_move alter column id set not null;
alter table stage_open_move add primary key (id);
create table stage_done_move as (select * from stock_move) with no data;
alter table stage_done_move alter column id set not null;
alter table stage_done_move add primary key (id);
