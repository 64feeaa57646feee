-- What buyers said about large orders of a SKU, by the day on which they left: RECURS or ONE_OFF.
create table large_order (
    company_id int not null, warehouse_id int not null, product_id int not null, on_day date not null,
    verdict varchar not null, by_whom varchar not null, at timestamp(6) with time zone not null,
    primary key (product_id, warehouse_id, on_day)
);
