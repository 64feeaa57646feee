-- What buyers set about planning. The nearest scope wins: SKU, category, vendor, company.
create table planning_setting (
    scope varchar not null,                 -- PolicyOverride.Scope
    scope_key varchar not null,             -- company/warehouse/product, the category's full name, the vendor's id; empty for the company
    name varchar not null,                  -- SettingName
    label varchar not null,                 -- how explanations call the scope
    setting_value varchar not null,
    set_by varchar not null, set_at timestamp(6) with time zone not null,
    primary key (scope, scope_key, name)
);
-- Days on which a vendor takes up nothing; vendor 0 is our own company, which takes nothing in then.
create table vendor_closing (
    vendor_id int not null, from_day date not null, to_day date not null, reason varchar not null,
    primary key (vendor_id, from_day)
);
