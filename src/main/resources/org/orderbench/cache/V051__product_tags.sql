-- Which products bear which of Odoo's tags, for slices.
create table product_tag (id bigint primary key, product_id int not null, name varchar not null);
create index product_tag_product on product_tag (product_id);
create table stage_product_tag as (select * from product_tag) with no data;
alter table stage_product_tag alter column id set not null;
alter table stage_product_tag add primary key (id);
