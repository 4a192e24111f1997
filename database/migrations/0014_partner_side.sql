-- What an agency says back beside statuses, what it is told when sharing stops, and what closing a referral needs.
create table participation (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  signal text not null check (signal in ('attended', 'not_attended')),
  visit_on date not null,
  posted_by uuid not null,
  posted_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, posted_by) references person
);
comment on table participation is 'Whether the student came on a day, where the family agreed that the agency says so each time.';
comment on column participation.district_id is 'Tenant.';
comment on column participation.id is 'UUIDv7 made by the application.';
comment on column participation.referral_id is 'The referral.';
comment on column participation.student_id is 'The student.';
comment on column participation.partner_id is 'The agency.';
comment on column participation.signal is 'Came or did not come.';
comment on column participation.visit_on is 'The day of the visit.';
comment on column participation.posted_by is 'Who posted it.';
comment on column participation.posted_at is 'When.';
create index participation_by_referral on participation (district_id, referral_id, visit_on);
select house.wall('participation', 'school and partner'), house.may('participation', 'add'), house.traced('participation', 'referral_id');

create table stop_notice (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  because text not null check (because in ('consent_revoked', 'withdrawn')),
  made_at timestamptz not null,
  due_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, acknowledged_by) references person
);
comment on table stop_notice is 'An agency is told to send the school nothing more about a student, and says that it has read so.';
comment on column stop_notice.district_id is 'Tenant.';
comment on column stop_notice.id is 'UUIDv7 made by the application.';
comment on column stop_notice.referral_id is 'The referral.';
comment on column stop_notice.student_id is 'The student.';
comment on column stop_notice.partner_id is 'The agency that is told.';
comment on column stop_notice.because is 'The family took consent back, or withdrew from the referral.';
comment on column stop_notice.made_at is 'When sharing stopped.';
comment on column stop_notice.due_at is 'By when it is to be read.';
comment on column stop_notice.acknowledged_by is 'Who read it.';
comment on column stop_notice.acknowledged_at is 'When it was read.';
create index stop_notice_unread on stop_notice (district_id, partner_id, made_at) where acknowledged_at is null;
create index stop_notice_by_referral on stop_notice (district_id, referral_id, made_at);
select house.wall('stop_notice', 'school and partner'), house.may('stop_notice', 'change'), house.traced('stop_notice', 'referral_id');

create table visit_offer (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('intake', 'assessment', 'first_treatment', 'follow_up')),
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 480),
  modality text not null check (modality in ('in_person', 'telehealth', 'home', 'on_campus')),
  place text not null,
  with_whom text,
  offered_by uuid not null,
  offered_at timestamptz not null,
  appointment_id uuid,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, offered_by) references person,
  foreign key (district_id, appointment_id) references appointment
);
comment on table visit_offer is 'A time an agency offers; the navigator asks the family and books one.';
comment on column visit_offer.district_id is 'Tenant.';
comment on column visit_offer.id is 'UUIDv7 made by the application.';
comment on column visit_offer.referral_id is 'The referral.';
comment on column visit_offer.student_id is 'The student.';
comment on column visit_offer.partner_id is 'The agency.';
comment on column visit_offer.kind is 'Intake, assessment, first treatment or follow-up.';
comment on column visit_offer.starts_at is 'When it would start.';
comment on column visit_offer.minutes is 'How long it would take.';
comment on column visit_offer.modality is 'In person, telehealth, at home or on campus.';
comment on column visit_offer.place is 'Where, or which link.';
comment on column visit_offer.with_whom is 'Whom the family would meet.';
comment on column visit_offer.offered_by is 'Who offered it.';
comment on column visit_offer.offered_at is 'When.';
comment on column visit_offer.appointment_id is 'The appointment it became.';
create index visit_offer_by_referral on visit_offer (district_id, referral_id, starts_at);
select house.wall('visit_offer', 'school and partner'), house.may('visit_offer', 'change'), house.traced('visit_offer', 'referral_id');

create table further_request (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  suggested_partner_id uuid,
  service_sought text not null check (service_sought in ('assessment', 'individual', 'group', 'family', 'psychiatry', 'other')),
  requested_by uuid not null,
  requested_at timestamptz not null,
  due_at timestamptz not null,
  opened_referral_id uuid,
  answered_by uuid,
  answered_at timestamptz,
  answer text check (answer in ('opened', 'family_choice', 'not_needed')),
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, suggested_partner_id) references partner,
  foreign key (district_id, requested_by) references person,
  foreign key (district_id, answered_by) references person,
  foreign key (district_id, opened_referral_id) references referral,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (answer is distinct from 'opened' or opened_referral_id is not null)
);
comment on table further_request is 'An agency that treats a student asks for a referral to another one; the school opens it with a consent of its own.';
comment on column further_request.district_id is 'Tenant.';
comment on column further_request.id is 'UUIDv7 made by the application.';
comment on column further_request.referral_id is 'The referral the agency treats under.';
comment on column further_request.student_id is 'The student.';
comment on column further_request.partner_id is 'The agency that asks.';
comment on column further_request.suggested_partner_id is 'The agency it suggests.';
comment on column further_request.service_sought is 'What is asked for.';
comment on column further_request.requested_by is 'Who asks.';
comment on column further_request.requested_at is 'When.';
comment on column further_request.due_at is 'By when the navigator answers.';
comment on column further_request.opened_referral_id is 'The referral that was opened.';
comment on column further_request.answered_by is 'Who answered.';
comment on column further_request.answered_at is 'When.';
comment on column further_request.answer is 'Opened, the family chose otherwise, or not needed any more.';
create index further_request_open on further_request (district_id, referral_id) where answered_at is null;
select house.wall('further_request', 'school and partner'), house.may('further_request', 'change'), house.traced('further_request', 'referral_id');

create table closing_sign_off (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  ending text not null check (ending in ('alternative_plan', 'family_choice', 'moved')),
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, signed_by) references person
);
comment on table closing_sign_off is 'The designated lead agrees that a high-need referral ends without a connection.';
comment on column closing_sign_off.district_id is 'Tenant.';
comment on column closing_sign_off.id is 'UUIDv7 made by the application.';
comment on column closing_sign_off.referral_id is 'The referral.';
comment on column closing_sign_off.student_id is 'The student.';
comment on column closing_sign_off.ending is 'The ending that is agreed to.';
comment on column closing_sign_off.signed_by is 'The designated lead.';
comment on column closing_sign_off.signed_at is 'When.';
create index closing_sign_off_by_referral on closing_sign_off (district_id, referral_id, signed_at);
select house.wall('closing_sign_off', 'school'), house.may('closing_sign_off', 'add'), house.traced('closing_sign_off', 'referral_id');

alter table referral_status add column suggested_partner_id uuid,
  add foreign key (district_id, suggested_partner_id) references partner;
comment on column referral_status.suggested_partner_id is 'Where the agency suggests to go instead.';

alter table referral add column further_of_id uuid,
  add foreign key (district_id, further_of_id) references referral;
comment on column referral.further_of_id is 'The referral whose agency asked for this further one.';

-- A proposed holder stands beside the one in force until they accept.
create index clinical_responsibility_by_referral on clinical_responsibility (district_id, referral_id);
create index referral_open_by_age on referral (district_id, referred_at, id) where ended_at is null;
create index referral_by_predecessor on referral (district_id, predecessor_id) where predecessor_id is not null;
create index barrier_open_by_student on barrier (district_id, student_id) where resolved_at is null;
create index safety_signal_open on safety_signal (district_id, student_id) where acknowledged_at is null;
create index safety_signal_by_referral on safety_signal (district_id, referral_id, posted_at);
create index brief_support_by_owner on brief_support (district_id, owner_id, review_on) where ended_at is null;
create index crisis_alert_unanswered on crisis_alert (district_id, person_id) where acknowledged_at is null;
create index audit_event_by_person on audit_event (district_id, person_id, at);
create index appointment_by_replaced on appointment (district_id, replaces_id) where replaces_id is not null;
