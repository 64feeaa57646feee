-- Every SKU as the newest plan saw it, whether something is to be ordered or not. Quantities are in the product's own unit.
create table sku_status (
    company_id int not null, warehouse_id int not null, product_id int not null,
    code varchar not null, name varchar not null, barcode varchar, category varchar not null, warehouse_name varchar not null, vendor_name varchar,
    unit_name varchar not null, on_hand numeric(24, 6) not null, incoming numeric(24, 6) not null, drafts numeric(24, 6) not null,
    days_of_cover double precision, weekly double precision, quantity numeric(24, 6) not null, urgent boolean not null, value_class varchar(1) not null,
    left_out varchar,
    primary key (company_id, warehouse_id, product_id)
);
