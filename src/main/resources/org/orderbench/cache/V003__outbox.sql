-- The durable queue of intended writes, and the audit trail. Written in the same transaction as the decision, before any byte leaves.

create table outbox_order (
    id bigint generated always as identity primary key,
    order_key varchar not null,             -- 32 hex digits: orderbench.po_<key>
    company_id int not null, warehouse_id int not null, vendor_id int not null, currency varchar not null,
    confirm boolean not null,
    state varchar not null,                 -- OutboxState
    reason varchar,                         -- why PARKED, CONFLICT, DOUBTFUL, WITHDRAWN
    odoo_order_id int, odoo_order_name varchar, odoo_state varchar,
    body varchar not null,                  -- JSON: what is to be written, the note included
    created_at timestamp(6) with time zone not null, moved_at timestamp(6) with time zone not null, attempts int default 0 not null
);
create unique index outbox_order_key on outbox_order (order_key);
create table outbox_line (
    id bigint generated always as identity primary key,
    outbox_order_id bigint not null references outbox_order (id),
    proposal_line_id bigint,
    line_key varchar not null,              -- 32 hex digits: orderbench.line_<key>
    fingerprint varchar not null,           -- of what is sent under the key
    product_id int not null, quantity numeric(24, 6) not null,
    state varchar not null,                 -- OutboxState of the line where it differs from its order's (ADOPTED, WITHDRAWN, CONFLICT, PARKED), else the order's
    odoo_line_id int, odoo_order_id int, seen boolean default false not null
);
create index outbox_line_key on outbox_line (line_key);

create table journal (
    seq bigint primary key,
    at timestamp(6) with time zone not null,
    actor varchar not null, action varchar not null, subject varchar not null, cause varchar not null,
    before_json varchar, after_json varchar,
    previous_hash varchar not null, hash varchar not null
);
