-- Since when a student on the way to an agency is at high risk: from then on somebody clinical has to answer for the student,
-- at the agency or at school, and until one is named that is owed by the navigator.
alter table referral add column high_risk_at timestamptz;
comment on column referral.high_risk_at is 'Since when the student is at high risk while it is open; null where that was never found.';
create index referral_high_risk on referral (district_id, school_id) where high_risk_at is not null and ended_at is null;
alter table referral disable trigger leaves_a_trace;
alter table referral no force row level security;
alter table brief_support no force row level security;
alter table crisis_incident no force row level security;
update referral f set high_risk_at = t.since
from (select district_id, student_id, min(since) as since from (
    select district_id, student_id, high_risk_at as since from brief_support where ended_at is null and high_risk_at is not null
    union all
    select district_id, student_id, started_at from crisis_incident where state <> 'closed' and student_id is not null) a
  group by district_id, student_id) t
where t.district_id = f.district_id and t.student_id = f.student_id and f.ended_at is null;
alter table crisis_incident force row level security;
alter table brief_support force row level security;
alter table referral force row level security;
alter table referral enable trigger leaves_a_trace;
