-- What was forecast of each SKU's next week, and what came.
create table forecast_log (
    company_id   int not null,
    warehouse_id int not null,
    product_id   int not null,
    week         date not null,
    from_day     date not null,
    mean         double precision not null,
    upper        double precision not null,
    change       double precision not null,
    category     varchar not null,
    vendor_id    int not null,
    unit_value   double precision not null,
    settled      boolean not null,
    actual       double precision,
    primary key (company_id, warehouse_id, product_id, week)
);
create index forecast_log_week on forecast_log (week);
create index forecast_log_open on forecast_log (settled, from_day);
