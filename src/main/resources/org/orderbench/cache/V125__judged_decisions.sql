-- Each decision names the version of the policy that its line was judged by; 0 where it was taken before that was kept.
alter table decision_change add column policy_version bigint default 0 not null;
update decision_change c set policy_version = coalesce((select v.policy_version from policy_verdict v where v.proposal_line_id = c.proposal_line_id), 0);
alter table decision_change alter column policy_version drop default;
-- The quantity that was judged: an edited line is judged again before it is approved. Null for verdicts from before.
alter table policy_verdict add column quantity numeric(24, 6);
