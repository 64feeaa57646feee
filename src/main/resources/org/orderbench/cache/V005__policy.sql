-- What the agent may do unasked: each version of the policy, the brake of this machine, and how each line was judged.

create table policy_version (
    version bigint primary key,             -- 1, 2, 3 …; never changed once written
    made_by varchar not null, made_at timestamp(6) with time zone not null, reason varchar not null,
    body varchar not null                   -- JSON of the Policy
);
create table local_brake (
    only_row boolean default true primary key check (only_row),
    body varchar not null                   -- JSON of the BrakeState
);
-- The latest verdict on a line; of a line that the agent approved, the one it was approved by.
create table policy_verdict (
    proposal_line_id bigint primary key,
    policy_version bigint not null, action varchar not null, judged_at timestamp(6) with time zone not null,
    verdict varchar not null                -- JSON of the Verdict
);
create index decision_step_at on decision_step (at);
