-- A list draws the line of twenty referrals at a time, from facts that never change once they are written. These are kept
-- where the list reads anyway: a tenth of the work of a page went into fetching them from four tables.
alter table referral add column concern_received_at timestamptz, add column concern_due_at timestamptz;
comment on column referral.concern_received_at is 'When the concern behind its decision was received, as the concern has it; null without a decision.';
comment on column referral.concern_due_at is 'By when that concern was to be decided, as the concern has it.';
alter table referral no force row level security;
alter table triage_decision no force row level security;
alter table concern no force row level security;
alter table referral disable trigger user;
update referral f set concern_received_at = n.received_at, concern_due_at = n.due_at
from triage_decision t join concern n on n.district_id = t.district_id and n.id = t.concern_id
where t.district_id = f.district_id and t.id = f.decision_id;
alter table referral enable trigger user;
alter table concern force row level security;
alter table triage_decision force row level security;
alter table referral force row level security;

alter table consent add column discloses boolean, add column tells_back boolean;
comment on column consent.discloses is 'What was answered about sending the referral, as consent_answer has it; null when it was not asked.';
comment on column consent.tells_back is 'What was answered about status coming back, as consent_answer has it; null when it was not asked.';
alter table consent no force row level security;
alter table consent_answer no force row level security;
alter table consent disable trigger user;
update consent c set
  discloses = (select a.answer from consent_answer a
    where a.district_id = c.district_id and a.consent_id = c.id and a.scope = 'referral_disclosure'),
  tells_back = (select a.answer from consent_answer a
    where a.district_id = c.district_id and a.consent_id = c.id and a.scope = 'status_feedback');
alter table consent enable trigger user;
alter table consent_answer force row level security;
alter table consent force row level security;
