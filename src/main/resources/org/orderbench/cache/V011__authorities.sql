-- Certificate authorities that somebody decided to trust beside the system's: a company's own.
create table trusted_authority (
    fingerprint     varchar primary key,                     -- SHA-256, capitals with colons
    name            varchar not null,
    certificate     varbinary not null,                      -- DER
    trusted_by      varchar not null,
    trusted_at      timestamp(6) with time zone not null
);
