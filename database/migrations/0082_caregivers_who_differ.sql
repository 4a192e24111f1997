-- Two who may consent and differ on one question: nothing crosses until a person decides whose answer counts, and why.
create table consent_settlement (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  referral_id uuid not null,
  partner_id uuid not null,
  scope text not null check (scope in ('referral_disclosure', 'status_feedback', 'participation', 'safety_signals',
    'academic_observations', 'care_coordination', 'services', 'telehealth', 'billing')),
  consent_id uuid not null,
  because text not null check (because in ('order_names_one', 'one_decides_alone', 'they_agreed', 'legal_advice')),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, consent_id) references consent (district_id, id),
  foreign key (district_id, decided_by) references person (district_id, id)
);
comment on table consent_settlement is 'Whose answer counts where two who may consent differed. A later answer of either opens the question again.';
comment on column consent_settlement.district_id is 'Tenant.';
comment on column consent_settlement.id is 'UUIDv7 made by the application.';
comment on column consent_settlement.student_id is 'The student.';
comment on column consent_settlement.referral_id is 'The referral it was asked for.';
comment on column consent_settlement.partner_id is 'The recipient, so that the wall stands on this row too.';
comment on column consent_settlement.scope is 'The question.';
comment on column consent_settlement.consent_id is 'The record whose answer counts.';
comment on column consent_settlement.because is 'Why that one.';
comment on column consent_settlement.decided_by is 'Who decided.';
comment on column consent_settlement.decided_at is 'When.';
create index consent_settlement_by_consent on consent_settlement (district_id, consent_id, scope, decided_at);
select house.wall('consent_settlement', 'school and partner'), house.may('consent_settlement', 'add'),
  house.traced('consent_settlement');

-- Where an agency gives substance-use care, 42 CFR Part 2 holds beside HIPAA.
alter table partner_service drop constraint partner_service_kind_check;
alter table partner_service add constraint partner_service_kind_check check (
  kind in ('assessment', 'individual', 'group', 'family', 'psychiatry', 'substance_use', 'other'));
