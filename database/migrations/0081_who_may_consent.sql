-- From which age a student may consent alone differs by state and by care, and changes: dated rows, each approved by the
-- district's legal team before anybody's word is taken on it. None is ever edited: approval and end are added once.
create table minor_consent_rule (
  district_id uuid not null references district,
  id uuid not null,
  state text not null check (state ~ '^[A-Z]{2}$'),
  care text not null check (care in ('mental_health', 'substance_use')),
  from_age int not null check (from_age between 8 and 21),
  caregiver_told boolean not null,
  source text not null check (length(source) between 1 and 300),
  sample boolean not null default false,
  in_force_from date not null,
  in_force_until date,
  added_by uuid,
  added_at timestamptz not null,
  approved_by text check (length(approved_by) between 1 and 120),
  approved_on date,
  approval_recorded_by uuid,
  primary key (district_id, id),
  foreign key (district_id, added_by) references person (district_id, id),
  foreign key (district_id, approval_recorded_by) references person (district_id, id),
  check (in_force_until >= in_force_from),
  check (num_nonnulls(approved_by, approved_on, approval_recorded_by) in (0, 3)),
  -- What ships shows what a row looks like. It is never approved: the district writes its own.
  check (not sample or approved_by is null)
);
comment on table minor_consent_rule is 'From which age a student may consent alone to a kind of care, and whether a caregiver may be told.';
comment on column minor_consent_rule.district_id is 'Tenant.';
comment on column minor_consent_rule.id is 'UUIDv7 made by the application.';
comment on column minor_consent_rule.state is 'Two-letter state whose law it is.';
comment on column minor_consent_rule.care is 'The kind of care it speaks of.';
comment on column minor_consent_rule.from_age is 'From which age, in whole years.';
comment on column minor_consent_rule.caregiver_told is 'Whether a caregiver may be told that the student consented.';
comment on column minor_consent_rule.source is 'Where the rule stands in the law.';
comment on column minor_consent_rule.sample is 'Whether it only shows what a row looks like; such a row is never in force.';
comment on column minor_consent_rule.in_force_from is 'First day it may be used, once approved.';
comment on column minor_consent_rule.in_force_until is 'Last day; open when null.';
comment on column minor_consent_rule.added_by is 'Who wrote it down; null for what ships.';
comment on column minor_consent_rule.added_at is 'When.';
comment on column minor_consent_rule.approved_by is 'Who in the legal team approved it.';
comment on column minor_consent_rule.approved_on is 'On which day.';
comment on column minor_consent_rule.approval_recorded_by is 'Who recorded the approval: never who wrote the row.';
alter table minor_consent_rule add constraint approved_by_another check (approval_recorded_by <> added_by);
create index minor_consent_rule_by_state on minor_consent_rule (district_id, state, care, in_force_from);
select house.wall('minor_consent_rule', 'school'), house.may('minor_consent_rule', 'change'),
  house.traced('minor_consent_rule');

alter table consent add column grantor_age int, add column minor_rule_id uuid,
  add column minor_consented boolean not null default false,
  add foreign key (district_id, minor_rule_id) references minor_consent_rule (district_id, id),
  -- What a student answered alone under a rule is a class of its own.
  add check (minor_consented = (minor_rule_id is not null)), add check (not minor_consented or grantor_kind = 'student');
comment on column consent.grantor_age is 'Age of a student who answered for themselves, in whole years on that day.';
comment on column consent.minor_rule_id is 'The approved rule a student answered under alone.';
comment on column consent.minor_consented is 'Whether a minor answered alone: nothing of it is shown or told to a caregiver.';
