-- Which product succeeds which, as buyers said: Odoo has no record of it. A successor inherits the history of its predecessor.
create table predecessor (
    product_id int not null primary key, predecessor_id int not null, by_whom varchar not null, at timestamp(6) with time zone not null
);
