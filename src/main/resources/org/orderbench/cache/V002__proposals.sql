-- What the agent proposes and what buyers decided. A line's body (figures, explanation) is JSON; what is searched or moved by
-- compare-and-set has a column.

create table plan_run (
    id bigint generated always as identity primary key,
    planned_at timestamp(6) with time zone not null, today date not null, skus int not null, lines int not null,
    report varchar                          -- JSON: exceptions by reason
);
create table proposal (
    id bigint generated always as identity primary key,
    plan_id bigint not null references plan_run (id),
    company_id int not null, warehouse_id int not null, vendor_id int not null, currency varchar not null,
    warehouse_name varchar not null, vendor_name varchar not null, planned_at timestamp(6) with time zone not null
);
create table proposal_line (
    id bigint generated always as identity primary key,
    proposal_id bigint not null references proposal (id),
    company_id int not null, warehouse_id int not null, product_id int not null,
    state varchar not null,                 -- LineState
    quantity numeric(24, 6) not null,
    proposed numeric(24, 6) not null,       -- what the agent proposed; differs from quantity after an edit
    newest_line_id int,                     -- of the LineBasis: which decisions still hold is judged by it
    snoozed_until date,                     -- of a Snooze
    body varchar not null,                  -- JSON of the ProposalLine without id, state, quantity and decision
    decision varchar                        -- JSON of the Decision
);
create index proposal_line_state on proposal_line (state);
create index proposal_line_sku on proposal_line (product_id, warehouse_id, company_id);
-- A SKU that is left out, and why: countable, never silent.
create table plan_exception (
    plan_id bigint not null references plan_run (id),
    place int not null,                     -- most money at stake first
    company_id int not null, warehouse_id int not null, product_id int not null,
    code varchar not null, name varchar not null, reason varchar not null, detail varchar not null,
    at_stake numeric(24, 6), at_stake_currency varchar,
    primary key (plan_id, place)
);
-- What only the whole catalogue can tell about one SKU, learned once a day: the pool of the forecaster (JSON) and the ABC classes. One row.
create table catalogue_model (
    only_row boolean default true primary key check (only_row),
    learned_on date not null, pool varchar not null, classes varchar not null
);
-- For reading the mirror in the order of planning: a SKU's moves from the index alone, and a vendor's receipts by its lines.
create index stock_move_planning on stock_move (product_id, moved_at, from_location, to_location, state, quantity, purchase_line_id);
create index stock_move_receipt on stock_move (purchase_line_id);
create index purchase_order_vendor on purchase_order (vendor_id);
