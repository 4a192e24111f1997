-- A provider that is not in the directory: the family calls, or somebody calls with the family on the line, and somebody of the
-- school calls back on a day until it is known what came of it. Nothing is sent there.
create table outside_provider (
  district_id uuid not null references district,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  provider_name text not null check (length(provider_name) between 1 and 120),
  provider_phone text not null check (length(provider_phone) between 3 and 40),
  service text not null check (service in ('assessment', 'individual', 'group', 'family', 'psychiatry', 'other')),
  way text not null check (way in ('family_calls', 'with_family')),
  call_on date not null,
  named_by uuid not null,
  named_at timestamptz not null,
  outcome text check (outcome in ('seen', 'no_room', 'not_the_right_one', 'family_declined')),
  happened_on date,
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, named_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((outcome is null) = (ended_at is null) and (ended_at is null) = (ended_by is null)),
  check (coalesce(outcome = 'seen', false) = (happened_on is not null))
);
comment on table outside_provider is 'A provider outside the directory that a family turns to, and who is called back about it until it is known what came of it.';
comment on column outside_provider.district_id is 'Tenant.';
comment on column outside_provider.id is 'UUIDv7 made by the application.';
comment on column outside_provider.referral_id is 'The referral it is for.';
comment on column outside_provider.student_id is 'The student.';
comment on column outside_provider.provider_name is 'What the provider is called.';
comment on column outside_provider.provider_phone is 'Its public number.';
comment on column outside_provider.service is 'What is asked for.';
comment on column outside_provider.way is 'The family calls itself, or is on the line and speaks for itself: nothing is sent.';
comment on column outside_provider.call_on is 'On which day somebody of the school calls back next.';
comment on column outside_provider.named_by is 'Who wrote it down.';
comment on column outside_provider.named_at is 'When.';
comment on column outside_provider.outcome is 'What came of it, as it was learned by phone; null while it is open.';
comment on column outside_provider.happened_on is 'The day of the first visit, where it took place.';
comment on column outside_provider.ended_by is 'Who learned it.';
comment on column outside_provider.ended_at is 'When.';
comment on column outside_provider.version is 'Raised at each change; a stale change is refused.';
create index outside_provider_by_referral on outside_provider (district_id, referral_id);
create unique index outside_provider_open on outside_provider (district_id, referral_id) where ended_at is null;
select house.wall('outside_provider', 'school'), house.may('outside_provider', 'change'), house.traced('outside_provider');

-- Each call about it, with whom and what was learned.
create table outside_call (
  district_id uuid not null references district,
  id uuid not null,
  outside_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  asked text not null check (asked in ('family', 'provider')),
  learned text not null check (learned in ('no_answer', 'waits', 'visit_set', 'seen', 'no_room', 'not_the_right_one',
    'family_declined')),
  happens_on date,
  next_on date,
  called_by uuid not null,
  called_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, outside_id) references outside_provider (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, called_by) references person (district_id, id),
  check ((learned in ('no_answer', 'waits', 'visit_set')) = (next_on is not null)),
  check ((learned in ('visit_set', 'seen')) = (happens_on is not null))
);
comment on table outside_call is 'A call about a provider outside the directory, and what was learned.';
comment on column outside_call.district_id is 'Tenant.';
comment on column outside_call.id is 'UUIDv7 made by the application.';
comment on column outside_call.outside_id is 'The provider it was about.';
comment on column outside_call.referral_id is 'The referral it is for.';
comment on column outside_call.student_id is 'The student.';
comment on column outside_call.asked is 'Whom was asked: the family, or the provider with the family on the line.';
comment on column outside_call.learned is 'What was learned, a word of a list.';
comment on column outside_call.happens_on is 'The day of the visit, where one is set or took place.';
comment on column outside_call.next_on is 'On which day somebody calls again; null where it is known what came of it.';
comment on column outside_call.called_by is 'Who called.';
comment on column outside_call.called_at is 'When.';
create index outside_call_by_outside on outside_call (district_id, outside_id, called_at);
select house.wall('outside_call', 'school'), house.may('outside_call', 'add'), house.traced('outside_call', 'outside_id');

alter table lost_finding drop constraint lost_finding_record_type_check,
  add constraint lost_finding_record_type_check check (record_type in ('referral', 'support', 'incident', 'escalation', 'review',
    'task', 'concern', 'debrief', 'improvement', 'help', 'outside', 'reassessment', 'return', 'follow_up', 'care_notice',
    'drill_finding'));
