-- Policies that were kept before there was a floor have the careful one; verdicts from before name the quantity that the line has.
update policy_version set body = replace(body, '"dayTimesUsual":', '"dayAtLeast":1000,"dayTimesUsual":') where body not like '%"dayAtLeast":%';
update policy_verdict v
    set verdict = '{"quantity":{"value":' || (select cast(l.quantity as varchar) from proposal_line l where l.id = v.proposal_line_id) || '},' || substring(verdict, 2)
    where verdict not like '%"quantity":{"value":%' and exists (select 1 from proposal_line l where l.id = v.proposal_line_id);
