-- What a buyer had typed into an earlier plan's line and what no longer stands, because the facts changed: told in the grid.
alter table proposal_line add lapsed numeric(24, 6);
-- Buyers' remarks about a SKU: added, never changed.
create table sku_note (
    id bigint generated always as identity primary key,
    company_id int not null, warehouse_id int not null, product_id int not null,
    at timestamp(6) with time zone not null, by_whom varchar not null, text varchar not null
);
create index sku_note_sku on sku_note (product_id, warehouse_id, company_id);
