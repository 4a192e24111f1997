-- Path (c), and who answers for a student.
create table crisis_incident (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid,
  school_id uuid not null,
  source text not null check (source in ('triage', 'staff', 'family_or_student', 'partner_signal')),
  decision_id uuid,
  place text,
  on_premises boolean,
  services_called text,
  state text not null check (state in ('open', 'acknowledged', 'closed')),
  started_at timestamptz not null,
  opened_by uuid,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, school_id) references school,
  foreign key (district_id, decision_id) references triage_decision,
  foreign key (district_id, opened_by) references person
);
comment on table crisis_incident is 'Path (c): a student may be in danger now. Opened at once, with the lead told; never in a queue.';
comment on column crisis_incident.district_id is 'Tenant.';
comment on column crisis_incident.id is 'UUIDv7 made by the application.';
comment on column crisis_incident.student_id is 'The student, as soon as known.';
comment on column crisis_incident.school_id is 'The school.';
comment on column crisis_incident.source is 'How it began.';
comment on column crisis_incident.decision_id is 'The triage decision that opened it.';
comment on column crisis_incident.place is 'Where, in a few words.';
comment on column crisis_incident.on_premises is 'On school premises.';
comment on column crisis_incident.services_called is 'Emergency help that was called before the record: 911, 988, mobile crisis.';
comment on column crisis_incident.state is 'Open, acknowledged by a lead, or closed.';
comment on column crisis_incident.started_at is 'When it began.';
comment on column crisis_incident.opened_by is 'Who opened the record.';
create index crisis_incident_open on crisis_incident (district_id, school_id, started_at) where state <> 'closed';
create index crisis_incident_by_student on crisis_incident (district_id, student_id, started_at);
select house.wall('crisis_incident', 'school'), house.may('crisis_incident', 'change'), house.traced('crisis_incident');

create table crisis_alert (
  district_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  person_id uuid not null,
  position int not null,
  sent_at timestamptz not null,
  ack_due_at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (district_id, id),
  unique (district_id, incident_id, person_id),
  foreign key (district_id, incident_id) references crisis_incident,
  foreign key (district_id, person_id) references person
);
comment on table crisis_alert is 'Who was told of an incident, when, and when they said they had it.';
comment on column crisis_alert.district_id is 'Tenant.';
comment on column crisis_alert.id is 'UUIDv7 made by the application.';
comment on column crisis_alert.incident_id is 'The incident.';
comment on column crisis_alert.person_id is 'Who was told.';
comment on column crisis_alert.position is '1 for the lead, 2 and on for backups.';
comment on column crisis_alert.sent_at is 'When.';
comment on column crisis_alert.ack_due_at is 'By when they answer before the backup is told.';
comment on column crisis_alert.acknowledged_at is 'When they said they had it.';
select house.wall('crisis_alert', 'school'), house.may('crisis_alert', 'change'), house.traced('crisis_alert', 'incident_id');

create table clinical_responsibility (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  referral_id uuid,
  partner_id uuid,
  holder_name text not null,
  holder_credential text,
  holder_id uuid,
  plan_changer_name text not null,
  closer_id uuid,
  closer_name text not null,
  accepted_at timestamptz not null,
  accepted_by uuid not null,
  ended_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, holder_id) references person,
  foreign key (district_id, closer_id) references person,
  foreign key (district_id, accepted_by) references person
);
comment on table clinical_responsibility is 'Who answers for treatment, who may change the plan, who may close the case. Accepted, never assumed.';
comment on column clinical_responsibility.district_id is 'Tenant.';
comment on column clinical_responsibility.id is 'UUIDv7 made by the application.';
comment on column clinical_responsibility.student_id is 'The student.';
comment on column clinical_responsibility.referral_id is 'The referral it came with.';
comment on column clinical_responsibility.partner_id is 'The agency of the holder; null for the school''s own clinician.';
comment on column clinical_responsibility.holder_name is 'Who holds treatment accountability.';
comment on column clinical_responsibility.holder_credential is 'Their credential, for reading.';
comment on column clinical_responsibility.holder_id is 'Their person record, where there is one.';
comment on column clinical_responsibility.plan_changer_name is 'Who may change the care plan.';
comment on column clinical_responsibility.closer_id is 'Who may close the case: their person record.';
comment on column clinical_responsibility.closer_name is 'Who may close the case.';
comment on column clinical_responsibility.accepted_at is 'When the holder accepted.';
comment on column clinical_responsibility.accepted_by is 'Who recorded the acceptance.';
comment on column clinical_responsibility.ended_at is 'When the next holder accepted, or care ended.';
create index clinical_responsibility_of on clinical_responsibility (district_id, student_id) where ended_at is null;
select house.wall('clinical_responsibility', 'school and partner'), house.may('clinical_responsibility', 'change'),
  house.traced('clinical_responsibility', 'student_id');

create table agreed_measure (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  measure text not null check (measure in ('attendance', 'crisis_contacts', 'engagement')),
  baseline text not null,
  agreed_by uuid not null,
  agreed_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, agreed_by) references person
);
comment on table agreed_measure is 'How progress is measured across settings for one student.';
comment on column agreed_measure.district_id is 'Tenant.';
comment on column agreed_measure.id is 'UUIDv7 made by the application.';
comment on column agreed_measure.student_id is 'The student.';
comment on column agreed_measure.measure is 'One of the agreed three.';
comment on column agreed_measure.baseline is 'Where it stood when it was agreed.';
comment on column agreed_measure.agreed_by is 'Who recorded the agreement.';
comment on column agreed_measure.agreed_at is 'When.';
select house.wall('agreed_measure', 'school'), house.may('agreed_measure', 'add'), house.traced('agreed_measure', 'student_id');

create table notice (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person
);
comment on table notice is 'Something a person is told in the app: a kind and an id, no words about anybody.';
comment on column notice.district_id is 'Tenant.';
comment on column notice.id is 'UUIDv7 made by the application.';
comment on column notice.person_id is 'Who is told.';
comment on column notice.kind is 'What kind of news: the words stand in the catalog.';
comment on column notice.subject_type is 'What kind of record to open.';
comment on column notice.subject_id is 'Which one.';
comment on column notice.made_at is 'When.';
comment on column notice.read_at is 'When it was read.';
create index notice_unread on notice (district_id, person_id, made_at) where read_at is null;
select house.wall('notice', 'open'), house.may('notice', 'change'), house.traced('notice', 'subject_id');
