-- Coming back after a crisis: one plan for each incident after which a student was away or help came from outside, what a teacher
-- has to know of it and no more, and whom somebody gets in touch with until the student is stable.
create table return_plan (
  district_id uuid not null references district,
  id uuid not null,
  incident_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  owner_id uuid not null,
  standard_id uuid not null,
  state text not null check (state in ('due', 'agreed', 'returned', 'stable', 'not_needed')),
  opened_at timestamptz not null,
  due_at timestamptz not null,
  next_due_at timestamptz not null,
  late_told_at timestamptz,
  suicide_threat boolean,
  steps text[] not null default '{}',
  return_on date,
  meeting_at timestamptz,
  attendees text,
  supports text,
  next_visit text,
  check_ins text,
  if_risk_rises text,
  agreed_by uuid,
  agreed_at timestamptz,
  returned_on date,
  not_needed_because text,
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, incident_id),
  foreign key (district_id, incident_id) references crisis_incident (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, owner_id) references person (district_id, id),
  foreign key (district_id, standard_id) references standard (district_id, id),
  foreign key (district_id, agreed_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((state in ('stable', 'not_needed')) = (ended_at is not null) and (ended_at is null) = (ended_by is null)),
  check ((agreed_at is null) = (agreed_by is null) and (state in ('due', 'not_needed')) = (agreed_at is null)),
  check (state not in ('returned', 'stable') or returned_on is not null),
  check (state <> 'not_needed' or not_needed_because is not null)
);
comment on table return_plan is 'How a student comes back after a crisis: owed by the person who was named for it.';
comment on column return_plan.district_id is 'Tenant.';
comment on column return_plan.id is 'UUIDv7 made by the application.';
comment on column return_plan.incident_id is 'The incident.';
comment on column return_plan.student_id is 'The student.';
comment on column return_plan.school_id is 'The school whose staff reach the record.';
comment on column return_plan.owner_id is 'Who owes it: whoever was named in the incident.';
comment on column return_plan.standard_id is 'The version of the crisis standard whose steps it follows.';
comment on column return_plan.state is 'Owed, agreed, the student is back, stable, or not needed.';
comment on column return_plan.opened_at is 'When the incident was closed.';
comment on column return_plan.due_at is 'By when it is to be agreed on.';
comment on column return_plan.next_due_at is 'By when the next thing of it is owed.';
comment on column return_plan.late_told_at is 'When it was told that it is late; null before.';
comment on column return_plan.suicide_threat is 'Whether the crisis was a threat of suicide; null while nobody said.';
comment on column return_plan.steps is 'The steps of the jointly agreed policy that were done, as codes.';
comment on column return_plan.return_on is 'The day the student comes back.';
comment on column return_plan.meeting_at is 'When the re-entry meeting is.';
comment on column return_plan.attendees is 'Who comes to it, in words, sealed.';
comment on column return_plan.supports is 'Supports at school, in words, sealed.';
comment on column return_plan.next_visit is 'The next clinical appointment, or why there is none, in words, sealed.';
comment on column return_plan.check_ins is 'Who checks in and how often, in words, sealed.';
comment on column return_plan.if_risk_rises is 'What happens if risk rises, in words, sealed.';
comment on column return_plan.agreed_by is 'Who said that it is whole and agreed.';
comment on column return_plan.agreed_at is 'When.';
comment on column return_plan.returned_on is 'The day the student came back.';
comment on column return_plan.not_needed_because is 'Why no plan is needed, in words, sealed.';
comment on column return_plan.ended_by is 'Who ended it.';
comment on column return_plan.ended_at is 'When.';
comment on column return_plan.version is 'Raised at each change; a stale change is refused.';
create index return_plan_by_student on return_plan (district_id, student_id);
create index return_plan_owed on return_plan (district_id, owner_id, next_due_at) where ended_at is null;
create index return_plan_by_school on return_plan (district_id, school_id, next_due_at);
select house.wall('return_plan', 'school'), house.may('return_plan', 'change'), house.traced('return_plan', 'incident_id');
select house.sealed('return_plan', '{district_id,id,student_id}',
    '{attendees,supports,next_visit,check_ins,if_risk_rises,not_needed_because}'),
  house.goes_with('crisis_incident', 'return_plan', 't.student_id = $2',
    '{attendees,supports,next_visit,check_ins,if_risk_rises,not_needed_because}');

create table return_sheet (
  district_id uuid not null references district,
  id uuid not null,
  incident_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  reader_id uuid not null,
  words text not null,
  contact_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, incident_id, reader_id),
  foreign key (district_id, incident_id) references return_plan (district_id, incident_id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, reader_id) references person (district_id, id),
  foreign key (district_id, contact_id) references person (district_id, id),
  foreign key (district_id, given_by) references person (district_id, id)
);
comment on table return_sheet is 'What somebody who teaches a student has to know when they come back: supports and whom to ask, and no more.';
comment on column return_sheet.district_id is 'Tenant.';
comment on column return_sheet.id is 'UUIDv7 made by the application.';
comment on column return_sheet.incident_id is 'The plan it is of.';
comment on column return_sheet.student_id is 'The student.';
comment on column return_sheet.school_id is 'The school whose staff reach the record.';
comment on column return_sheet.reader_id is 'Who has to know.';
comment on column return_sheet.words is 'What to do in class, in words, sealed.';
comment on column return_sheet.contact_id is 'Whom to ask.';
comment on column return_sheet.given_by is 'Who gave it to them.';
comment on column return_sheet.given_at is 'When it was given last.';
comment on column return_sheet.version is 'Raised at each change; a stale change is refused.';
create index return_sheet_by_reader on return_sheet (district_id, reader_id);
create index return_sheet_by_student on return_sheet (district_id, student_id);
select house.wall('return_sheet', 'school'), house.may('return_sheet', 'change'), house.traced('return_sheet', 'incident_id');
select house.sealed('return_sheet', '{district_id,id,student_id}', '{words}'),
  house.goes_with('crisis_incident', 'return_sheet', 't.student_id = $2', '{words}');

create table follow_up (
  district_id uuid not null references district,
  id uuid not null,
  incident_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  whom text not null check (whom in ('caregiver', 'student', 'provider')),
  owner_id uuid not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  outcome text check (outcome in ('reached', 'not_reached', 'not_needed')),
  words text,
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, incident_id) references crisis_incident (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, owner_id) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((outcome is null) = (ended_at is null) and (ended_at is null) = (ended_by is null))
);
comment on table follow_up is 'Somebody gets in touch with the family, the student or the provider after a crisis.';
comment on column follow_up.district_id is 'Tenant.';
comment on column follow_up.id is 'UUIDv7 made by the application.';
comment on column follow_up.incident_id is 'The incident.';
comment on column follow_up.student_id is 'The student.';
comment on column follow_up.school_id is 'The school whose staff reach the record.';
comment on column follow_up.whom is 'Whom they get in touch with.';
comment on column follow_up.owner_id is 'Who does it.';
comment on column follow_up.made_at is 'When it was planned.';
comment on column follow_up.due_at is 'By when.';
comment on column follow_up.outcome is 'Reached, not reached, or not needed; null while it is owed.';
comment on column follow_up.words is 'What was heard, in words, sealed.';
comment on column follow_up.ended_by is 'Who said so.';
comment on column follow_up.ended_at is 'When.';
comment on column follow_up.version is 'Raised at each change; a stale change is refused.';
create unique index follow_up_one_open on follow_up (district_id, incident_id, whom) where ended_at is null;
create index follow_up_owed on follow_up (district_id, owner_id, due_at) where ended_at is null;
create index follow_up_by_incident on follow_up (district_id, incident_id);
create index follow_up_by_student on follow_up (district_id, student_id);
select house.wall('follow_up', 'school'), house.may('follow_up', 'change'), house.traced('follow_up', 'incident_id');
select house.sealed('follow_up', '{district_id,id,student_id}', '{words}'),
  house.goes_with('crisis_incident', 'follow_up', 't.student_id = $2', '{words}');

alter table lost_finding drop constraint lost_finding_record_type_check,
  add constraint lost_finding_record_type_check check (record_type in ('referral', 'support', 'incident', 'escalation', 'review',
    'task', 'concern', 'debrief', 'improvement', 'return', 'follow_up'));
