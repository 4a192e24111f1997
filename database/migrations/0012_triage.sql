-- What triage, brief support and a crisis keep beside their records.
alter table assignment add column position int not null default 1 check (position > 0);
comment on column assignment.position is 'Order among people with one role at one school: 1 leads, 2 and on stand in.';

create table triage_route (
  district_id uuid not null references district,
  school_id uuid not null,
  role text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (district_id, school_id),
  foreign key (district_id, school_id) references school,
  foreign key (district_id, set_by) references person
);
comment on table triage_route is 'Which role owns the triage queue of a school. Without a row all triage staff do.';
comment on column triage_route.district_id is 'Tenant.';
comment on column triage_route.school_id is 'The school.';
comment on column triage_route.role is 'The role that owns new concerns.';
comment on column triage_route.set_by is 'Who decided it.';
comment on column triage_route.set_at is 'When.';
select house.wall('triage_route', 'district'), house.may('triage_route', 'remove'), house.traced('triage_route', 'school_id');

alter table concern add column queue_role text;
alter table concern add column asked_in text;
alter table concern add column retriage_of uuid;
alter table concern add foreign key (district_id, retriage_of) references triage_decision;
comment on column concern.queue_role is 'The role that owned the school''s queue when it was received; null when all triage staff did.';
comment on column concern.asked_in is 'BCP 47 tag of the language a request from the public page was written in.';
comment on column concern.retriage_of is 'The decision that is looked at again because need or risk changed.';

create table concern_question (
  district_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, concern_id) references concern,
  foreign key (district_id, asked_by) references person,
  foreign key (district_id, answered_by) references person,
  check ((answer is null) = (answered_at is null))
);
comment on table concern_question is 'Triage staff need more from the person who raised a concern, and what that person added.';
comment on column concern_question.district_id is 'Tenant.';
comment on column concern_question.id is 'UUIDv7 made by the application.';
comment on column concern_question.concern_id is 'The concern.';
comment on column concern_question.asked_by is 'Who asked.';
comment on column concern_question.asked_at is 'When.';
comment on column concern_question.answer is 'What was added, in the reporter''s words.';
comment on column concern_question.answered_by is 'Who added it.';
comment on column concern_question.answered_at is 'When.';
create unique index concern_question_one_open on concern_question (district_id, concern_id) where answered_at is null;
select house.wall('concern_question', 'school'), house.may('concern_question', 'change'),
  house.traced('concern_question', 'concern_id');

create table concern_screening (
  district_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  student_id uuid not null,
  checklist_id uuid not null,
  checklist_version int not null,
  answers jsonb not null,
  score int not null,
  indicated text not null check (indicated in ('a', 'b', 'c')),
  immediate text[] not null,
  screened_by uuid not null,
  screened_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, concern_id) references concern,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, checklist_id) references standard,
  foreign key (district_id, screened_by) references person
);
comment on table concern_screening is 'The checklist was run on a concern: the answers, and what they indicated. Run again, it is another row.';
comment on column concern_screening.district_id is 'Tenant.';
comment on column concern_screening.id is 'UUIDv7 made by the application.';
comment on column concern_screening.concern_id is 'The concern.';
comment on column concern_screening.student_id is 'The student.';
comment on column concern_screening.checklist_id is 'The checklist version that was used.';
comment on column concern_screening.checklist_version is 'Its number, for reading.';
comment on column concern_screening.answers is 'Item to answer, as given.';
comment on column concern_screening.score is 'Points the checklist gave.';
comment on column concern_screening.indicated is 'The path the checklist indicated.';
comment on column concern_screening.immediate is 'Items whose answer indicates immediate risk.';
comment on column concern_screening.screened_by is 'Who ran it.';
comment on column concern_screening.screened_at is 'When.';
create index concern_screening_of on concern_screening (district_id, concern_id, screened_at);
select house.wall('concern_screening', 'school'), house.may('concern_screening', 'add'),
  house.traced('concern_screening', 'concern_id');

alter table triage_decision add column screening_id uuid;
alter table triage_decision add column navigator_id uuid;
alter table triage_decision add column high_risk boolean not null default false;
alter table triage_decision add foreign key (district_id, screening_id) references concern_screening;
alter table triage_decision add foreign key (district_id, navigator_id) references person;
comment on column triage_decision.screening_id is 'The run of the checklist it rests on.';
comment on column triage_decision.navigator_id is 'Who owns the handoff, on path (b).';
comment on column triage_decision.high_risk is 'The checklist indicated immediate risk.';

create table tier_move (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  from_tier int check (from_tier between 1 and 3),
  to_tier int not null check (to_tier between 1 and 3),
  exit_criterion text,
  entry_criterion text not null,
  tiers_id uuid not null,
  tiers_version int not null,
  decision_id uuid,
  support_id uuid,
  moved_by uuid not null,
  moved_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, school_id) references school,
  foreign key (district_id, tiers_id) references standard,
  foreign key (district_id, decision_id) references triage_decision,
  foreign key (district_id, support_id) references brief_support,
  foreign key (district_id, moved_by) references person,
  check (from_tier is null or exit_criterion is not null),
  check (from_tier is null or from_tier <> to_tier)
);
comment on table tier_move is 'A student entered or left a support tier, with the criteria that were met. Never edited.';
comment on column tier_move.district_id is 'Tenant.';
comment on column tier_move.id is 'UUIDv7 made by the application.';
comment on column tier_move.student_id is 'The student.';
comment on column tier_move.school_id is 'The school at the time.';
comment on column tier_move.from_tier is 'The tier that was left; null when none was on record.';
comment on column tier_move.to_tier is 'The tier that was entered.';
comment on column tier_move.exit_criterion is 'Code of the exit criterion of the tier that was left.';
comment on column tier_move.entry_criterion is 'Code of the entry criterion of the tier that was entered.';
comment on column tier_move.tiers_id is 'The version of the tiers whose criteria were cited.';
comment on column tier_move.tiers_version is 'Its number, for reading.';
comment on column tier_move.decision_id is 'The triage decision that moved the student.';
comment on column tier_move.support_id is 'The brief support whose review moved the student.';
comment on column tier_move.moved_by is 'Who decided it.';
comment on column tier_move.moved_at is 'When.';
create index tier_move_of on tier_move (district_id, student_id, moved_at);
select house.wall('tier_move', 'school'), house.may('tier_move', 'add'), house.traced('tier_move', 'student_id');

alter table brief_support add column clinician_id uuid;
alter table brief_support add column high_risk_at timestamptz;
alter table brief_support add foreign key (district_id, clinician_id) references person;
comment on column brief_support.clinician_id is 'The clinician named because the student is at high risk.';
comment on column brief_support.high_risk_at is 'Since when the student is known to be at high risk; then a clinician is named or the support ends.';

create table support_review (
  district_id uuid not null,
  id uuid not null,
  support_id uuid not null,
  student_id uuid not null,
  outcome text not null check (outcome in ('continue', 'met', 'step_up', 'step_down', 'left')),
  improving boolean,
  exit_criterion text,
  next_review_on date,
  clinician_id uuid,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, support_id) references brief_support,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, clinician_id) references person,
  foreign key (district_id, reviewed_by) references person,
  check ((outcome = 'continue') = (next_review_on is not null)),
  check (outcome = 'continue' or exit_criterion is not null)
);
comment on table support_review is 'A brief support was looked at: does it go on, or how did it end.';
comment on column support_review.district_id is 'Tenant.';
comment on column support_review.id is 'UUIDv7 made by the application.';
comment on column support_review.support_id is 'The support.';
comment on column support_review.student_id is 'The student.';
comment on column support_review.outcome is 'Goes on, met, step up, step down, or left.';
comment on column support_review.improving is 'Whether things got better.';
comment on column support_review.exit_criterion is 'Code of the exit criterion that was met.';
comment on column support_review.next_review_on is 'When it is looked at again, if it goes on.';
comment on column support_review.clinician_id is 'The clinician named at this review for a student at high risk.';
comment on column support_review.reviewed_by is 'Who looked.';
comment on column support_review.reviewed_at is 'When.';
create index support_review_of on support_review (district_id, support_id, reviewed_at);
select house.wall('support_review', 'school'), house.may('support_review', 'add'), house.traced('support_review', 'support_id');

create table crisis_contact (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid,
  kind text not null check (kind in ('emergency', 'crisis_line', 'mobile_crisis', 'other')),
  name text not null,
  number text not null check (number ~ '^[0-9+ -]+$'),
  note_en text not null,
  note_es text not null,
  position int not null check (position > 0),
  ended_on date,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school
);
comment on table crisis_contact is 'Whom to call in a crisis, in the order they are shown. A district''s setting.';
comment on column crisis_contact.district_id is 'Tenant.';
comment on column crisis_contact.id is 'UUIDv7 made by the application.';
comment on column crisis_contact.school_id is 'The school it is for; null for every school.';
comment on column crisis_contact.kind is 'What kind of help answers.';
comment on column crisis_contact.name is 'Name on the button.';
comment on column crisis_contact.number is 'The number to call.';
comment on column crisis_contact.note_en is 'When to call it, in a few English words.';
comment on column crisis_contact.note_es is 'The same in Spanish.';
comment on column crisis_contact.position is 'Order on the page, from 1.';
comment on column crisis_contact.ended_on is 'Not shown from this day on.';
create index crisis_contact_shown on crisis_contact (district_id, position) where ended_on is null;
select house.wall('crisis_contact', 'district'), house.may('crisis_contact', 'change'), house.traced('crisis_contact');

alter table crisis_incident add column concern_id uuid;
alter table crisis_incident add column version int not null default 1;
alter table crisis_incident add foreign key (district_id, concern_id) references concern;
comment on column crisis_incident.concern_id is 'The concern whose checklist opened it.';
comment on column crisis_incident.version is 'Raised at each change; a stale change is refused.';
create unique index crisis_incident_one_per_concern on crisis_incident (district_id, concern_id)
  where concern_id is not null and state <> 'closed';
