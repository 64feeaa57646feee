-- What was known of a line's SKU when it was judged, for try-outs over the past; who may change the policy; what the Odoo user may do.
alter table policy_verdict add column profile varchar;      -- JSON of the SkuProfile; null if nothing was known
-- Nobody's row yet: a purchase administrator of Odoo changes the policy.
create table policy_lock (
    only_row boolean default true primary key check (only_row),
    rule varchar not null,                  -- ADMINISTRATOR, PASSPHRASE
    salt varchar, hash varchar, rounds int  -- PBKDF2 of the passphrase, Base64; null under ADMINISTRATOR
);
-- As they were at the latest sign-in.
create table odoo_rights (
    only_row boolean default true primary key check (only_row),
    login varchar not null, may_draft boolean not null, may_confirm boolean not null, purchase_manager boolean not null,
    read_at timestamp(6) with time zone not null
);
