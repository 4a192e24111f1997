-- Two questions more: whether school and agency may tell each other that a student needs more support.
alter table consent_answer drop constraint consent_answer_scope_check;
alter table consent_answer add constraint consent_answer_scope_check check (scope in ('referral_disclosure',
  'status_feedback', 'safety_signals', 'participation', 'care_coordination', 'academic_observations', 'school_alerts',
  'agency_alerts', 'services', 'telehealth', 'billing'));
alter table consent_settlement drop constraint consent_settlement_scope_check;
alter table consent_settlement add constraint consent_settlement_scope_check check (scope in ('referral_disclosure',
  'status_feedback', 'participation', 'safety_signals', 'academic_observations', 'school_alerts', 'agency_alerts',
  'care_coordination', 'services', 'telehealth', 'billing'));

-- School and agency tell each other that a student needs more support, by a word of a list, on the family's yes to it.
create table support_alert (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  referral_id uuid not null,
  partner_id uuid not null,
  consent_id uuid not null,
  direction text not null check (direction in ('to_partner', 'to_school')),
  about text not null check (about in ('change_at_home', 'loss', 'basic_needs', 'change_at_school', 'hard_with_others',
    'away_more', 'check_in')),
  sent_by uuid not null,
  sent_at timestamptz not null,
  rung int not null default 0 check (rung >= 0),
  answer_due_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, consent_id) references consent (district_id, id),
  foreign key (district_id, sent_by) references person (district_id, id),
  foreign key (district_id, acknowledged_by) references person (district_id, id),
  check ((acknowledged_at is null) = (acknowledged_by is null))
);
comment on table support_alert is 'School or agency told the other side that a student needs more support, by a word of a list.';
comment on column support_alert.district_id is 'Tenant.';
comment on column support_alert.id is 'UUIDv7 made by the application.';
comment on column support_alert.student_id is 'The student.';
comment on column support_alert.school_id is 'The school.';
comment on column support_alert.referral_id is 'The referral between the two.';
comment on column support_alert.partner_id is 'The agency.';
comment on column support_alert.consent_id is 'The consent it was sent on.';
comment on column support_alert.direction is 'To the agency, or to the school.';
comment on column support_alert.about is 'What makes it hard, a word of a list.';
comment on column support_alert.sent_by is 'Who sent it.';
comment on column support_alert.sent_at is 'When.';
comment on column support_alert.rung is 'How far up those were told who can answer: 0 before anybody was.';
comment on column support_alert.answer_due_at is 'By when somebody says that they have it; then the next ones are told.';
comment on column support_alert.acknowledged_by is 'Who on the other side says that they have it.';
comment on column support_alert.acknowledged_at is 'When; null while it waits.';
comment on column support_alert.version is 'Raised at each change; a stale change is refused.';
create index support_alert_by_student on support_alert (district_id, student_id, sent_at desc);
create index support_alert_by_referral on support_alert (district_id, referral_id);
create index support_alert_waiting on support_alert (district_id, partner_id) where acknowledged_at is null;
select house.wall('support_alert', 'school and partner'), house.may('support_alert', 'change'),
  house.traced('support_alert', 'referral_id');

-- Whom an alert was told, so that the next ones are others.
create table support_alert_told (
  district_id uuid not null references district,
  alert_id uuid not null,
  person_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  rung int not null check (rung > 0),
  told_at timestamptz not null,
  primary key (district_id, alert_id, person_id),
  foreign key (district_id, alert_id) references support_alert (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id)
);
comment on table support_alert_told is 'Somebody who was told of an alert between school and agency.';
comment on column support_alert_told.district_id is 'Tenant.';
comment on column support_alert_told.alert_id is 'The alert.';
comment on column support_alert_told.person_id is 'Who was told.';
comment on column support_alert_told.referral_id is 'The referral between the two.';
comment on column support_alert_told.student_id is 'The student it is about.';
comment on column support_alert_told.rung is 'On which rung, from 1.';
comment on column support_alert_told.told_at is 'When.';
select house.wall('support_alert_told', 'school'), house.may('support_alert_told', 'add'),
  house.traced('support_alert_told', 'referral_id');
