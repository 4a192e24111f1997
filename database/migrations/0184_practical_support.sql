-- Practical help is a piece of work with an end: what a family needs to get to a visit, who arranged it, and what came of it. It
-- belongs to the referral it unblocks, and to the barrier it clears where there is one. Whoever navigates the referral owes it.
create table practical_support (
  district_id uuid not null references district,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  barrier_id uuid,
  kind text not null check (kind in ('intake_forms', 'transport', 'interpreter', 'child_care', 'coverage', 'benefits', 'food',
    'housing', 'other')),
  need text,
  due_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  arranged text,
  arranged_by uuid,
  arranged_at timestamptz,
  outcome text check (outcome in ('done', 'family_declined', 'not_needed', 'not_possible')),
  happened_on date,
  result text,
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, referral_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, barrier_id) references barrier (district_id, id),
  foreign key (district_id, asked_by) references person (district_id, id),
  foreign key (district_id, arranged_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check (kind not in ('intake_forms', 'other') or need is not null),
  check ((arranged is null) = (arranged_at is null) and (arranged_at is null) = (arranged_by is null)),
  check ((outcome is null) = (ended_at is null) and (ended_at is null) = (ended_by is null)),
  check (coalesce(outcome = 'done', false) = (happened_on is not null)),
  check (outcome is null or outcome = 'done' or result is not null),
  check (outcome is distinct from 'done' or kind not in ('transport', 'interpreter', 'child_care') or arranged is not null)
);
comment on table practical_support is 'Practical help for a family: what is needed, how it was arranged, and what came of it.';
comment on column practical_support.district_id is 'Tenant.';
comment on column practical_support.id is 'UUIDv7 made by the application.';
comment on column practical_support.referral_id is 'The referral it unblocks.';
comment on column practical_support.student_id is 'The student.';
comment on column practical_support.barrier_id is 'The barrier it clears once it is done; null where none was named.';
comment on column practical_support.kind is 'What kind of help.';
comment on column practical_support.need is 'What is needed, in words, sealed: for forms, which ones.';
comment on column practical_support.due_on is 'By which day it is to be settled.';
comment on column practical_support.asked_by is 'Who wrote it down.';
comment on column practical_support.asked_at is 'When.';
comment on column practical_support.arranged is 'How it was arranged, in words, sealed; null before.';
comment on column practical_support.arranged_by is 'Who arranged it.';
comment on column practical_support.arranged_at is 'When.';
comment on column practical_support.outcome is 'How it ended; null while it is owed.';
comment on column practical_support.happened_on is 'The day the help was given, where it was.';
comment on column practical_support.result is 'What came of it, in words, sealed: the reason, where the help was not given.';
comment on column practical_support.ended_by is 'Who said how it ended.';
comment on column practical_support.ended_at is 'When.';
comment on column practical_support.version is 'Raised at each change; a stale change is refused.';
create index practical_support_by_referral on practical_support (district_id, referral_id, asked_at);
create index practical_support_by_student on practical_support (district_id, student_id);
create index practical_support_by_barrier on practical_support (district_id, barrier_id) where barrier_id is not null;
create index practical_support_owed on practical_support (district_id, referral_id) where ended_at is null;
select house.wall('practical_support', 'school'), house.may('practical_support', 'change'), house.traced('practical_support');
select house.sealed('practical_support', '{district_id,id,student_id}', '{need,arranged,result}'),
  house.goes_with('referral', 'practical_support', 't.student_id = $2', '{need,arranged,result}');
