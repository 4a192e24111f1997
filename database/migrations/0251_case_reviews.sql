-- Once a week the case review goes through the students of the care coordinators' caseloads, across agencies, within what
-- families agreed to. It is a review like that of the open referrals: a list, what was said of each line, tasks, who took part.
alter table weekly_review
  add column kind text not null default 'referrals' check (kind in ('referrals', 'care')),
  add column not_consented int check (not_consented >= 0),
  add check ((kind = 'care') = (not_consented is not null));
comment on column weekly_review.kind is 'It goes through open referrals, or through the caseloads of care coordination.';
comment on column weekly_review.not_consented is
  'Of a case review: how many students agencies serve there without a yes to care coordination. They are on no list.';
alter table weekly_review_line
  add column visit_said text check (visit_said in ('confirmed', 'not_confirmed', 'none_booked')),
  add column barriers_said text check (barriers_said in ('none', 'watched', 'grown')),
  add column measures_said text check (measures_said in ('updated', 'unchanged', 'not_agreed')),
  add check ((visit_said is null) = (barriers_said is null) and (barriers_said is null) = (measures_said is null)),
  add check (visit_said is null or outcome = 'reviewed');
comment on column weekly_review_line.visit_said is 'In a case review: whether the next visit is confirmed.';
comment on column weekly_review_line.barriers_said is 'In a case review: what became of what stands in the way.';
comment on column weekly_review_line.measures_said is 'In a case review: whether the agreed measures were brought up to date.';

-- What of a case review an agency is told of its own student: dates, and who does what. Nothing of it is told again when the
-- family takes its yes back: the page of the agency asks for the yes each time.
create table case_review_part (
  district_id uuid not null references district,
  id uuid not null,
  review_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  consent_id uuid not null,
  week_on date not null,
  decision text not null check (decision in ('goes_on', 'task', 'ask_lead')),
  what text check (what in
    ('call_family', 'ask_agency', 'arrange_transport', 'help_with_forms', 'move_visit', 'talk_with_student', 'other')),
  done_by text,
  due_on date,
  other_visits_at timestamptz[] not null,
  told_by uuid not null,
  told_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, review_id) references weekly_review (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, consent_id) references consent (district_id, id),
  foreign key (district_id, told_by) references person (district_id, id),
  check ((decision = 'task') = (what is not null) and (what is null) = (due_on is null) and (what is null) = (done_by is null))
);
comment on table case_review_part is 'What of a case review an agency was told of a student it serves: dates, and who does what.';
comment on column case_review_part.district_id is 'Tenant.';
comment on column case_review_part.id is 'UUIDv7 made by the application.';
comment on column case_review_part.review_id is 'The review.';
comment on column case_review_part.referral_id is 'The referral to this agency.';
comment on column case_review_part.student_id is 'The student.';
comment on column case_review_part.partner_id is 'The agency.';
comment on column case_review_part.consent_id is 'The yes to care coordination it was told on.';
comment on column case_review_part.week_on is 'The Monday of the week of the review.';
comment on column case_review_part.decision is 'What was decided.';
comment on column case_review_part.what is 'What is to be done, where somebody got a task.';
comment on column case_review_part.done_by is 'The role of whoever does it.';
comment on column case_review_part.due_on is 'By which day.';
comment on column case_review_part.other_visits_at is
  'When the next visits at other agencies are, whose families agreed to care coordination there too.';
comment on column case_review_part.told_by is 'Who wrote it down in the meeting.';
comment on column case_review_part.told_at is 'When.';
create index case_review_part_by_partner on case_review_part (district_id, partner_id, told_at desc);
create index case_review_part_by_referral on case_review_part (district_id, referral_id, told_at desc);
create index case_review_part_by_student on case_review_part (district_id, student_id);
select house.wall('case_review_part', 'school and partner'), house.may('case_review_part', 'add'),
  house.traced('case_review_part', 'referral_id'),
  house.goes_with('referral', 'case_review_part', 't.student_id = $2', '{}', $sql$other_visits_at = '{}'$sql$);
