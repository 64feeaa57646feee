-- The durable queue of intended writes, the decisions that can be undone, and the audit trail. Written in the same transaction as the
-- decision, before any byte leaves.

create table outbox_order (
    id bigint generated always as identity primary key,
    order_key varchar not null unique,      -- 32 hex digits: orderbench.po_<key>
    company_id int not null, warehouse_id int not null, receipt_type_id int not null, vendor_id int not null, vendor_name varchar not null,
    currency varchar not null, confirm boolean not null,
    state varchar not null,                 -- OutboxState; moved by compare-and-set along OutboxMoves
    reason varchar,                         -- for a person: why it is where it is, or why the last try led nowhere
    odoo_order_id int, odoo_order_name varchar, odoo_state varchar,
    anyway boolean default false not null,  -- a person saw the differences and wants it confirmed all the same
    created_at timestamp(6) with time zone not null, moved_at timestamp(6) with time zone not null, attempts int default 0 not null
);
create index outbox_order_state on outbox_order (state);
create table outbox_line (
    id bigint generated always as identity primary key,
    outbox_order_id bigint references outbox_order (id),    -- null while queued and not yet bound
    proposal_line_id bigint not null,
    line_key varchar not null,              -- 32 hex digits: orderbench.line_<key>
    fingerprint varchar not null,           -- of what is sent under the key
    company_id int not null, warehouse_id int not null, vendor_id int not null, currency varchar not null, confirm boolean not null,
    intent varchar not null,                -- JSON of the LineIntent
    apart varchar,                          -- ADOPTED, CONFLICT, WITHDRAWN, PARKED; null while the line goes with its order
    reason varchar, now_facts varchar,      -- JSON of the LineFacts found when it became a CONFLICT
    odoo_line_id int, odoo_order_id int, seen boolean default false not null,
    created_at timestamp(6) with time zone not null, moved_at timestamp(6) with time zone not null,
    live_key varchar generated always as (case when apart = 'WITHDRAWN' then null else line_key end) unique -- one living line a key
);
create index outbox_line_order on outbox_line (outbox_order_id);
create index outbox_line_proposal on outbox_line (proposal_line_id);
create index outbox_line_key on outbox_line (line_key);

-- Each call of the review desk that changed something, so that it can be taken back and done again, also after a restart.
create table decision_step (
    id bigint generated always as identity primary key,
    at timestamp(6) with time zone not null, actor varchar not null, action varchar not null,
    undone boolean default false not null
);
create table decision_change (
    step_id bigint not null references decision_step (id),
    proposal_line_id bigint not null,
    before_state varchar not null, before_quantity numeric(24, 6) not null, before_decision varchar,
    after_state varchar not null, after_quantity numeric(24, 6) not null, after_decision varchar,
    primary key (step_id, proposal_line_id)
);

create table journal (
    seq bigint primary key,
    at timestamp(6) with time zone not null,
    actor varchar not null, action varchar not null, subject varchar not null, cause varchar not null,
    before_json varchar, after_json varchar,
    previous_hash varchar not null, hash varchar not null
);
-- The chain's end, kept apart: serialises writers, and shows when entries were cut off at the end.
create table journal_head (
    only_row boolean default true primary key check (only_row),
    seq bigint not null, hash varchar not null
);
insert into journal_head (seq, hash) values (0, '0000000000000000000000000000000000000000000000000000000000000000');
