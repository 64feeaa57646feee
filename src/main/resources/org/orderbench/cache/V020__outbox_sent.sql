-- When the first byte of an order may have left: a header of it can turn up in Odoo even after the order came to nothing.
alter table outbox_order add column sent_at timestamp(6) with time zone;
