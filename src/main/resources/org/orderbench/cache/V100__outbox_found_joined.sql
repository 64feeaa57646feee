-- An order that was found again in Odoo after the cache that it was written from was lost: what was sent of it is not known any more.
alter table outbox_order add column recovered boolean default false not null;
-- A colleague's draft that the lines are to be added to, instead of a draft of our own. A purchase.order id.
alter table outbox_order add column joins int;
-- What buyers chose for lines that are still queued: taken up, and gone, when they are bound into an order.
create table outbox_join (
    company_id int not null, warehouse_id int not null, vendor_id int not null, currency varchar not null,
    odoo_order_id int not null, odoo_order_name varchar not null,
    chosen_by varchar not null, chosen_at timestamp(6) with time zone not null,
    primary key (company_id, warehouse_id, vendor_id, currency)
);
-- Orders in Odoo with an origin of ours that this user did not make: looked at once.
create table outbox_foreign (odoo_order_id int primary key);
