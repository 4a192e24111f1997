-- A step may have a limit of its own for a tier. The tier that was decided stands with the referral, so that its clocks run by
-- the same one on every side: an agency reads no decision, and the clocks of what it answers are worked out there too.
alter table referral add column tier int check (tier between 1 and 3);
comment on column referral.tier is 'The tier of the decision it rests on, by which its clocks run; null where none was decided.';
alter table referral disable trigger leaves_a_trace;
alter table referral no force row level security;
alter table triage_decision no force row level security;
update referral f set tier = t.tier from triage_decision t
where t.district_id = f.district_id and t.id = f.decision_id;
alter table triage_decision force row level security;
alter table referral force row level security;
alter table referral enable trigger leaves_a_trace;
