-- Once a week the people of a school go through every open referral: the list is made by the house, what was said of each is
-- kept, and what nobody came to stands there as not reviewed. What is decided becomes somebody's task, with a day.
create table weekly_review (
  district_id uuid not null references district,
  id uuid not null,
  week_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, opened_by) references person (district_id, id),
  foreign key (district_id, closed_by) references person (district_id, id),
  check (extract(isodow from week_on) = 1),
  check ((closed_at is null) = (closed_by is null))
);
comment on table weekly_review is 'A meeting that goes through the open referrals of some schools.';
comment on column weekly_review.district_id is 'Tenant.';
comment on column weekly_review.id is 'UUIDv7 made by the application.';
comment on column weekly_review.week_on is 'The Monday of the week it counts for, on the clock of the district.';
comment on column weekly_review.opened_by is 'Who began it.';
comment on column weekly_review.opened_at is 'When: the list was made at that moment.';
comment on column weekly_review.closed_by is 'Who ended it.';
comment on column weekly_review.closed_at is 'When it ended; null while it goes on.';
comment on column weekly_review.version is 'Raised at each change; a stale change is refused.';
create index weekly_review_by_week on weekly_review (district_id, week_on);
select house.wall('weekly_review', 'school'), house.may('weekly_review', 'change'), house.traced('weekly_review');

create table weekly_review_school (
  district_id uuid not null references district,
  review_id uuid not null,
  school_id uuid not null,
  primary key (district_id, review_id, school_id),
  foreign key (district_id, review_id) references weekly_review (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id)
);
comment on table weekly_review_school is 'A school whose open referrals a review goes through.';
comment on column weekly_review_school.district_id is 'Tenant.';
comment on column weekly_review_school.review_id is 'The review.';
comment on column weekly_review_school.school_id is 'The school.';
create index weekly_review_school_by_school on weekly_review_school (district_id, school_id, review_id);
select house.wall('weekly_review_school', 'school'), house.may('weekly_review_school', 'add'),
  house.traced('weekly_review_school', 'review_id');

create table weekly_review_person (
  district_id uuid not null references district,
  review_id uuid not null,
  person_id uuid not null,
  primary key (district_id, review_id, person_id),
  foreign key (district_id, review_id) references weekly_review (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id)
);
comment on table weekly_review_person is 'Somebody who took part in a review.';
comment on column weekly_review_person.district_id is 'Tenant.';
comment on column weekly_review_person.review_id is 'The review.';
comment on column weekly_review_person.person_id is 'Who took part.';
select house.wall('weekly_review_person', 'school'), house.may('weekly_review_person', 'add'),
  house.traced('weekly_review_person', 'review_id');

create table weekly_review_line (
  district_id uuid not null references district,
  id uuid not null,
  review_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  position int not null check (position > 0),
  outcome text check (outcome in ('reviewed', 'deferred')),
  decision text check (decision in ('goes_on', 'task', 'ask_lead')),
  deferred_because text check (deferred_because in ('somebody_missing', 'word_awaited', 'no_time')),
  words text,
  marked_by uuid,
  marked_at timestamptz,
  primary key (district_id, id),
  unique (district_id, review_id, referral_id),
  foreign key (district_id, review_id) references weekly_review (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, marked_by) references person (district_id, id),
  check ((outcome is null) = (marked_at is null) and (marked_at is null) = (marked_by is null)),
  check (coalesce(outcome = 'reviewed', false) = (decision is not null)),
  check (coalesce(outcome = 'deferred', false) = (deferred_because is not null))
);
comment on table weekly_review_line is 'One open referral on the list of a review. Without an outcome it was not reviewed.';
comment on column weekly_review_line.district_id is 'Tenant.';
comment on column weekly_review_line.id is 'UUIDv7 made by the application.';
comment on column weekly_review_line.review_id is 'The review.';
comment on column weekly_review_line.referral_id is 'The referral.';
comment on column weekly_review_line.student_id is 'The student.';
comment on column weekly_review_line.school_id is 'The school whose staff reach the record.';
comment on column weekly_review_line.position is 'Where it stood on the list: what stalled first.';
comment on column weekly_review_line.outcome is 'Reviewed, or put off; null while nobody came to it.';
comment on column weekly_review_line.decision is 'It goes on as it is, somebody got a task, or the lead is asked.';
comment on column weekly_review_line.deferred_because is 'Why it was put off.';
comment on column weekly_review_line.words is 'What was said, in words, sealed.';
comment on column weekly_review_line.marked_by is 'Who wrote it down.';
comment on column weekly_review_line.marked_at is 'When.';
create index weekly_review_line_by_referral on weekly_review_line (district_id, referral_id);
create index weekly_review_line_by_student on weekly_review_line (district_id, student_id);
select house.wall('weekly_review_line', 'school'), house.may('weekly_review_line', 'change'),
  house.traced('weekly_review_line', 'review_id');
select house.sealed('weekly_review_line', '{district_id,id,student_id}', '{words}'),
  house.goes_with('referral', 'weekly_review_line', 't.student_id = $2', '{words}');

create table review_task (
  district_id uuid not null references district,
  id uuid not null,
  review_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  what text not null check (what in
    ('call_family', 'ask_agency', 'arrange_transport', 'help_with_forms', 'move_visit', 'talk_with_student', 'other')),
  words text,
  owner_id uuid not null,
  due_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  outcome text check (outcome in ('done', 'not_needed', 'not_possible')),
  finished_by uuid,
  finished_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, review_id, referral_id) references weekly_review_line (district_id, review_id, referral_id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, owner_id) references person (district_id, id),
  foreign key (district_id, made_by) references person (district_id, id),
  foreign key (district_id, finished_by) references person (district_id, id),
  check (what <> 'other' or words is not null),
  check ((outcome is null) = (finished_at is null) and (finished_at is null) = (finished_by is null))
);
comment on table review_task is 'What a review decided that somebody does, by a day.';
comment on column review_task.district_id is 'Tenant.';
comment on column review_task.id is 'UUIDv7 made by the application.';
comment on column review_task.review_id is 'The review that decided it.';
comment on column review_task.referral_id is 'The referral.';
comment on column review_task.student_id is 'The student.';
comment on column review_task.school_id is 'The school whose staff reach the record.';
comment on column review_task.what is 'What is to be done.';
comment on column review_task.words is 'In words, sealed.';
comment on column review_task.owner_id is 'Who does it.';
comment on column review_task.due_on is 'By which day.';
comment on column review_task.made_by is 'Who wrote it down.';
comment on column review_task.made_at is 'When.';
comment on column review_task.outcome is 'How it ended; null while it is owed.';
comment on column review_task.finished_by is 'Who said so.';
comment on column review_task.finished_at is 'When.';
comment on column review_task.version is 'Raised at each change; a stale change is refused.';
create index review_task_by_owner on review_task (district_id, owner_id, due_on) where finished_at is null;
create index review_task_by_referral on review_task (district_id, referral_id);
create index review_task_by_student on review_task (district_id, student_id);
select house.wall('review_task', 'school'), house.may('review_task', 'change'), house.traced('review_task');
select house.sealed('review_task', '{district_id,id,student_id}', '{words}'),
  house.goes_with('referral', 'review_task', 't.student_id = $2', '{words}');
