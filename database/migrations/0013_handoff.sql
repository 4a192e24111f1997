-- What a warm handoff keeps beside its first columns, and consent to receive services as a record of its own.
alter table handoff
  add column coverage text check (coverage in ('medicaid', 'private', 'uninsured', 'unknown')),
  add column transport_note text,
  add column bring_note text,
  add column questions_later text[] not null default '{}',
  add column support_offered_at timestamptz,
  add column support_answer text check (support_answer in ('accepted', 'later', 'declined')),
  add column exception_note text,
  add column ended_at timestamptz;
comment on column handoff.coverage is 'How care is paid for, as the family says: decides which agency can take it.';
comment on column handoff.transport_note is 'How they get there, in a few words for the family plan.';
comment on column handoff.bring_note is 'What else to bring, in a few words for the family plan.';
comment on column handoff.questions_later is 'Consent questions the family wants to answer later.';
comment on column handoff.support_offered_at is 'When support at school was offered after the family chose not to share.';
comment on column handoff.support_answer is 'What the family said to that offer.';
comment on column handoff.exception_note is 'What happened, when it ended without being complete.';
comment on column handoff.ended_at is 'When it ended by an exception or by the family''s choice.';

-- Consent to receive services is one question more, on a record apart from the release of information.
alter table consent_answer drop constraint consent_answer_scope_check;
alter table consent_answer add constraint consent_answer_scope_check check (scope in ('referral_disclosure',
  'status_feedback', 'safety_signals', 'participation', 'care_coordination', 'academic_observations', 'services',
  'telehealth', 'billing'));
create index disclosure_by_referral on disclosure (district_id, referral_id, at);
