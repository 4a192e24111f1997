-- A quarter is looked at by a sample of its cases: drawn at random from a frame that is kept with the seed, so that the same cases
-- come when it is drawn again. The frame holds strata: decisions that departed from the checklist, and incidents of a crisis.
create table case_sample (
  district_id uuid not null references district,
  id uuid not null,
  from_on date not null,
  until_on date not null,
  seed text not null,
  method text not null check (method in ('sha256_order')),
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, drawn_by) references person (district_id, id),
  check (until_on >= from_on)
);
comment on table case_sample is 'A sample of cases of a period, drawn at random. Never drawn over.';
comment on column case_sample.district_id is 'Tenant.';
comment on column case_sample.id is 'UUIDv7 made by the application.';
comment on column case_sample.from_on is 'The first day of the period.';
comment on column case_sample.until_on is 'The last day.';
comment on column case_sample.seed is 'What the order of the cases follows from.';
comment on column case_sample.method is 'How: by the hash of the seed and the id of each case.';
comment on column case_sample.drawn_by is 'Who had it drawn.';
comment on column case_sample.drawn_at is 'When.';
select house.wall('case_sample', 'school'), house.may('case_sample', 'add'), house.traced('case_sample');

create table case_sample_stratum (
  district_id uuid not null references district,
  id uuid not null,
  sample_id uuid not null,
  stratum text not null check (stratum in ('override', 'crisis')),
  asked int not null check (asked between 0 and 100),
  frame uuid[] not null,
  primary key (district_id, id),
  unique (district_id, sample_id, stratum),
  foreign key (district_id, sample_id) references case_sample (district_id, id)
);
comment on table case_sample_stratum is 'One part of the frame of a sample: every case it could have drawn, and how many were asked for.';
comment on column case_sample_stratum.district_id is 'Tenant.';
comment on column case_sample_stratum.id is 'UUIDv7 made by the application.';
comment on column case_sample_stratum.sample_id is 'The sample.';
comment on column case_sample_stratum.stratum is 'Decisions that departed from the checklist, or incidents of a crisis.';
comment on column case_sample_stratum.asked is 'How many were asked for. Where the frame has fewer, all are taken.';
comment on column case_sample_stratum.frame is 'Every case of the stratum in the period, by id.';
select house.wall('case_sample_stratum', 'school'), house.may('case_sample_stratum', 'add'),
  house.traced('case_sample_stratum', 'sample_id');

create table sampled_case (
  district_id uuid not null references district,
  id uuid not null,
  sample_id uuid not null,
  decision_id uuid,
  incident_id uuid,
  student_id uuid not null,
  school_id uuid not null,
  position int not null check (position > 0),
  took_part uuid[] not null,
  reviewer_id uuid,
  recorded jsonb,
  marks jsonb,
  reason text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, sample_id, decision_id),
  unique (district_id, sample_id, incident_id),
  foreign key (district_id, sample_id) references case_sample (district_id, id),
  foreign key (district_id, decision_id) references triage_decision (district_id, id),
  foreign key (district_id, incident_id) references crisis_incident (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, reviewer_id) references person (district_id, id),
  foreign key (district_id, reviewed_by) references person (district_id, id),
  check (num_nonnulls(decision_id, incident_id) = 1),
  check (num_nonnulls(recorded, marks, reviewed_by, reviewed_at) in (0, 4)),
  check (marks is null or incident_id is not null),
  check (reason is null or marks is not null),
  check (reviewed_by is null or reviewed_by <> all (took_part))
);
comment on table sampled_case is 'A case that was drawn into a sample, and what a reviewer who took no part in it found.';
comment on column sampled_case.district_id is 'Tenant.';
comment on column sampled_case.id is 'UUIDv7 made by the application.';
comment on column sampled_case.sample_id is 'The sample.';
comment on column sampled_case.decision_id is 'The decision that departed from the checklist, where it is one.';
comment on column sampled_case.incident_id is 'The incident, where it is one.';
comment on column sampled_case.student_id is 'The student.';
comment on column sampled_case.school_id is 'The school whose staff reach the record.';
comment on column sampled_case.position is 'The order in which it was drawn from its stratum.';
comment on column sampled_case.took_part is 'Who took part in the case: none of them reviews it.';
comment on column sampled_case.reviewer_id is 'Who was asked to review it; null where everybody who could took part.';
comment on column sampled_case.recorded is 'Each step as the record said it went when it was reviewed.';
comment on column sampled_case.marks is 'Each step as the reviewer found it: followed, not followed, or not documented.';
comment on column sampled_case.reason is 'Why the reviewer found otherwise than the record says, in words, sealed.';
comment on column sampled_case.reviewed_by is 'Who reviewed it.';
comment on column sampled_case.reviewed_at is 'When.';
comment on column sampled_case.version is 'Raised at each change; a stale change is refused.';
create index sampled_case_by_student on sampled_case (district_id, student_id);
create index sampled_case_by_sample on sampled_case (district_id, sample_id, position);
create index sampled_case_by_reviewer on sampled_case (district_id, reviewer_id) where reviewed_at is null;
select house.wall('sampled_case', 'school'), house.may('sampled_case', 'change'), house.traced('sampled_case');
select house.sealed('sampled_case', '{district_id,id,student_id}', '{reason}'),
  house.goes_with('crisis_incident', 'sampled_case', 't.student_id = $2', '{reason}');
