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
    body varchar not null,                  -- JSON of the ProposalLine without state, quantity and decision
    decision varchar                        -- JSON of the Decision
);
create index proposal_line_state on proposal_line (state);
create index proposal_line_sku on proposal_line (product_id, warehouse_id, company_id);
-- A SKU that is left out, and why: countable, never silent.
create table plan_exception (
    plan_id bigint not null references plan_run (id),
    company_id int not null, warehouse_id int not null, product_id int not null, reason varchar not null, detail varchar not null,
    primary key (plan_id, company_id, warehouse_id, product_id, reason)
);
