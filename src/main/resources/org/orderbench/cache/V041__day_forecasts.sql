-- What planning made of each SKU's moves on one day: planning again that day reads neither the moves nor forecasts them. Dropped when moves change.
create table day_forecast (
    product_id int not null, warehouse_id int not null, company_id int not null,
    made_on date not null, on_hand numeric(24, 6) not null, protection_days int not null,
    body varbinary not null,                -- of DayForecastRows
    primary key (product_id, warehouse_id)
);
