-- The pathway: concern, triage decision, brief support, consent.
create table concern (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid not null,
  student_id uuid,
  source text not null check (source in ('staff', 'student', 'caregiver', 'attendance', 'behavior', 'screener', 'handle_with_care', 'partner_alert')),
  reporter_id uuid,
  asked_by text,
  asked_by_contact text,
  about_name text,
  about_grade text,
  observed text not null,
  observed_on date,
  setting text,
  schoolwork text,
  health text,
  urgency text not null check (urgency in ('today', 'this_week', 'when_possible')),
  state text not null check (state in ('submitted', 'acknowledged', 'triaged', 'closed')),
  received_at timestamptz not null,
  due_at timestamptz not null,
  due_standard jsonb not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  ended_at timestamptz,
  closed_reason text,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, reporter_id) references person,
  foreign key (district_id, acknowledged_by) references person
);
comment on table concern is 'Somebody is worried about a student. Purpose: to be triaged to exactly one path.';
comment on column concern.district_id is 'Tenant.';
comment on column concern.id is 'UUIDv7 made by the application.';
comment on column concern.school_id is 'The school whose triage queue it waits in.';
comment on column concern.student_id is 'The student; null until staff match a concern from the public page.';
comment on column concern.source is 'Where it came from.';
comment on column concern.reporter_id is 'The staff member who raised it.';
comment on column concern.asked_by is 'The name a caregiver or student gave on the public page.';
comment on column concern.asked_by_contact is 'How they asked to be reached.';
comment on column concern.about_name is 'Whom a request from the public page is about, as typed; matched by staff.';
comment on column concern.about_grade is 'Their grade, as typed.';
comment on column concern.observed is 'What was seen or asked, in the reporter''s words.';
comment on column concern.observed_on is 'When it was seen.';
comment on column concern.setting is 'Where it was seen.';
comment on column concern.schoolwork is 'What was noticed about schoolwork.';
comment on column concern.health is 'What was noticed about sleep, food or health. No diagnosis.';
comment on column concern.urgency is 'How urgent it felt to the reporter.';
comment on column concern.state is 'Where it is on its way; moved by acts only.';
comment on column concern.received_at is 'When it was received.';
comment on column concern.due_at is 'By when it is to be triaged.';
comment on column concern.due_standard is 'The time standard and version the due time came from.';
comment on column concern.acknowledged_by is 'Who took it up.';
comment on column concern.acknowledged_at is 'When it was taken up.';
comment on column concern.ended_at is 'When it was triaged or closed.';
comment on column concern.closed_reason is 'Why it was closed without a path.';
comment on column concern.version is 'Raised at each change; a stale change is refused.';
create index concern_queue on concern (district_id, school_id, due_at, id) where state in ('submitted', 'acknowledged');
create index concern_by_student on concern (district_id, student_id, received_at);
create index concern_by_reporter on concern (district_id, reporter_id, received_at);
select house.wall('concern', 'school'), house.may('concern', 'change'), house.traced('concern');

create table triage_decision (
  district_id uuid not null references district,
  id uuid not null,
  concern_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  checklist_id uuid not null,
  checklist_version int not null,
  answers jsonb not null,
  score int not null,
  indicated text not null check (indicated in ('a', 'b', 'c')),
  chosen text not null check (chosen in ('a', 'b', 'c')),
  tier int not null check (tier between 1 and 3),
  reason_category text not null,
  override_reason text,
  reviewer_id uuid,
  review_due_at timestamptz,
  review_answer text check (review_answer in ('agree', 'disagree')),
  review_note text,
  reviewed_at timestamptz,
  clinician_id uuid,
  replaces_id uuid,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, concern_id) references concern,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, school_id) references school,
  foreign key (district_id, checklist_id) references standard,
  foreign key (district_id, reviewer_id) references person,
  foreign key (district_id, clinician_id) references person,
  foreign key (district_id, decided_by) references person,
  foreign key (district_id, replaces_id) references triage_decision,
  check (indicated = chosen or (override_reason is not null and reviewer_id is not null and reviewer_id <> decided_by))
);
comment on table triage_decision is 'Which of three paths a concern takes, with everything needed to test the decision again later.';
comment on column triage_decision.district_id is 'Tenant.';
comment on column triage_decision.id is 'UUIDv7 made by the application.';
comment on column triage_decision.concern_id is 'The concern decided.';
comment on column triage_decision.student_id is 'The student.';
comment on column triage_decision.school_id is 'The school at the time.';
comment on column triage_decision.checklist_id is 'The checklist version that was used.';
comment on column triage_decision.checklist_version is 'Its number, for reading.';
comment on column triage_decision.answers is 'Item to answer, as given.';
comment on column triage_decision.score is 'Points the checklist gave.';
comment on column triage_decision.indicated is 'The path the checklist indicated.';
comment on column triage_decision.chosen is 'The path that was chosen.';
comment on column triage_decision.tier is 'Support tier (MTSS 1 to 3), apart from the path.';
comment on column triage_decision.reason_category is 'Main reason, from the standard list.';
comment on column triage_decision.override_reason is 'Why the chosen path is not the indicated one.';
comment on column triage_decision.reviewer_id is 'The second person who looks at a departure.';
comment on column triage_decision.review_due_at is 'By when they answer.';
comment on column triage_decision.review_answer is 'What they said.';
comment on column triage_decision.review_note is 'What they added.';
comment on column triage_decision.reviewed_at is 'When they answered.';
comment on column triage_decision.clinician_id is 'The clinician named when a student at high risk stays at school.';
comment on column triage_decision.replaces_id is 'The decision this one replaces.';
comment on column triage_decision.decided_by is 'Who decided.';
comment on column triage_decision.decided_at is 'When: the clocks of the path start here.';
create unique index triage_decision_one_per_concern on triage_decision (district_id, concern_id) where replaces_id is null;
create index triage_decision_by_student on triage_decision (district_id, student_id, decided_at);
create index triage_decision_to_review on triage_decision (district_id, reviewer_id, review_due_at) where reviewer_id is not null and reviewed_at is null;
select house.wall('triage_decision', 'school'), house.may('triage_decision', 'change'), house.traced('triage_decision');

create table brief_support (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  decision_id uuid,
  focus text not null,
  owner_id uuid not null,
  state text not null check (state in ('planned', 'active', 'review_due', 'met', 'stepped_up', 'stepped_down', 'left')),
  starts_on date not null,
  planned_end_on date not null,
  review_on date not null,
  entry_criterion text not null,
  exit_criterion text,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, school_id) references school,
  foreign key (district_id, decision_id) references triage_decision,
  foreign key (district_id, owner_id) references person
);
comment on table brief_support is 'Path (a): skill support at school with a goal, an owner, a review and an end.';
comment on column brief_support.district_id is 'Tenant.';
comment on column brief_support.id is 'UUIDv7 made by the application.';
comment on column brief_support.student_id is 'The student.';
comment on column brief_support.school_id is 'The school.';
comment on column brief_support.decision_id is 'The decision that opened it; null when offered after a family''s choice.';
comment on column brief_support.focus is 'The skill it works on.';
comment on column brief_support.owner_id is 'Who does it.';
comment on column brief_support.state is 'Where it is on its way; moved by acts only.';
comment on column brief_support.starts_on is 'First day.';
comment on column brief_support.planned_end_on is 'Planned last day.';
comment on column brief_support.review_on is 'When it is looked at again.';
comment on column brief_support.entry_criterion is 'The entry criterion that was met.';
comment on column brief_support.exit_criterion is 'The exit criterion that was met.';
comment on column brief_support.ended_at is 'When it ended.';
comment on column brief_support.version is 'Raised at each change; a stale change is refused.';
create index brief_support_by_student on brief_support (district_id, student_id, starts_on);
create index brief_support_open on brief_support (district_id, school_id, review_on) where ended_at is null;
select house.wall('brief_support', 'school'), house.may('brief_support', 'change'), house.traced('brief_support');

create table consent (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  referral_id uuid not null,
  kind text not null check (kind in ('release', 'services')),
  grantor_kind text not null check (grantor_kind in ('caregiver', 'student')),
  caregiver_id uuid,
  grantor_name text not null,
  relationship text not null,
  authority text not null,
  method text not null check (method in ('in_person', 'phone_witnessed', 'e_signature', 'paper')),
  witness text,
  document_reference text,
  language text not null,
  interpreter text,
  purpose text not null,
  wording_version text not null,
  starts_at timestamptz not null,
  ends_on date not null,
  given_at timestamptz not null,
  recorded_by uuid not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, caregiver_id) references caregiver,
  foreign key (district_id, recorded_by) references person,
  check (method <> 'phone_witnessed' or witness is not null),
  check (grantor_kind <> 'caregiver' or caregiver_id is not null)
);
comment on table consent is 'What a family answered, to whom, for what and until when. Never edited: an answer that changes is a new row or a revocation.';
comment on column consent.district_id is 'Tenant.';
comment on column consent.id is 'UUIDv7 made by the application.';
comment on column consent.student_id is 'The student.';
comment on column consent.partner_id is 'The recipient.';
comment on column consent.referral_id is 'The referral it was asked for.';
comment on column consent.kind is 'Release of information, or consent to receive services: separate records.';
comment on column consent.grantor_kind is 'Who answered.';
comment on column consent.caregiver_id is 'The caregiver who answered.';
comment on column consent.grantor_name is 'Their name at the time.';
comment on column consent.relationship is 'Their relationship at the time.';
comment on column consent.authority is 'On what authority they answered.';
comment on column consent.method is 'How the answer was captured.';
comment on column consent.witness is 'Who witnessed a spoken answer.';
comment on column consent.document_reference is 'Where the signed paper is kept.';
comment on column consent.language is 'BCP 47 tag of the language it was asked in.';
comment on column consent.interpreter is 'Interpreter who took part.';
comment on column consent.purpose is 'What for.';
comment on column consent.wording_version is 'Version of the words that were read.';
comment on column consent.starts_at is 'From when it holds.';
comment on column consent.ends_on is 'Last day it holds.';
comment on column consent.given_at is 'When it was answered.';
comment on column consent.recorded_by is 'Who recorded it.';
create index consent_by_referral on consent (district_id, referral_id);
create index consent_by_student on consent (district_id, student_id, partner_id);
select house.wall('consent', 'school and partner'), house.may('consent', 'add'), house.traced('consent');

create table consent_answer (
  district_id uuid not null,
  consent_id uuid not null,
  scope text not null check (scope in ('referral_disclosure', 'status_feedback', 'safety_signals', 'participation', 'care_coordination', 'academic_observations', 'telehealth', 'billing')),
  partner_id uuid not null,
  answer boolean not null,
  items text[] not null,
  primary key (district_id, consent_id, scope),
  foreign key (district_id, consent_id) references consent
);
comment on table consent_answer is 'One question of a consent and its answer.';
comment on column consent_answer.district_id is 'Tenant.';
comment on column consent_answer.consent_id is 'The consent.';
comment on column consent_answer.scope is 'What was asked.';
comment on column consent_answer.partner_id is 'The recipient, so that the wall stands on this row too.';
comment on column consent_answer.answer is 'Yes or no.';
comment on column consent_answer.items is 'The items the answer speaks of.';
select house.wall('consent_answer', 'school and partner'), house.may('consent_answer', 'add'), house.traced('consent_answer', 'consent_id');

create table consent_revocation (
  district_id uuid not null,
  consent_id uuid not null,
  partner_id uuid not null,
  asked_by text not null,
  channel text not null,
  recorded_by uuid not null,
  revoked_at timestamptz not null,
  primary key (district_id, consent_id),
  foreign key (district_id, consent_id) references consent,
  foreign key (district_id, recorded_by) references person
);
comment on table consent_revocation is 'The family changed its mind: from this instant the consent behaves as absent.';
comment on column consent_revocation.district_id is 'Tenant.';
comment on column consent_revocation.consent_id is 'The consent.';
comment on column consent_revocation.partner_id is 'The recipient, so that the wall stands on this row too.';
comment on column consent_revocation.asked_by is 'Who asked.';
comment on column consent_revocation.channel is 'How they asked.';
comment on column consent_revocation.recorded_by is 'Who recorded it.';
comment on column consent_revocation.revoked_at is 'From when.';
select house.wall('consent_revocation', 'school and partner'), house.may('consent_revocation', 'add'), house.traced('consent_revocation', 'consent_id');

create table disclosure (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  referral_id uuid not null,
  partner_id uuid not null,
  consent_id uuid not null,
  direction text not null check (direction in ('to_partner', 'to_school')),
  items text[] not null,
  purpose text not null,
  at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, consent_id) references consent
);
comment on table disclosure is 'One crossing: which items went to whom, on which consent.';
comment on column disclosure.district_id is 'Tenant.';
comment on column disclosure.id is 'UUIDv7 made by the application.';
comment on column disclosure.student_id is 'The student.';
comment on column disclosure.referral_id is 'The referral it belonged to.';
comment on column disclosure.partner_id is 'The agency on the other side.';
comment on column disclosure.consent_id is 'The consent it relied on: given before it.';
comment on column disclosure.direction is 'Which way it went.';
comment on column disclosure.items is 'What crossed.';
comment on column disclosure.purpose is 'What for.';
comment on column disclosure.at is 'When.';
create index disclosure_by_student on disclosure (district_id, student_id, at);
select house.wall('disclosure', 'school and partner'), house.may('disclosure', 'add'), house.traced('disclosure', 'referral_id');
