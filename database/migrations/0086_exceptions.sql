-- What was told without consent: to avert an articulable and significant threat (34 CFR 99.36), or because the law makes
-- it a duty to report. Limited items, to whom, by whom, and a review by somebody else. The crossing itself stands in the
-- one ledger, beside what crossed on consent.
create table consent_exception (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid,
  basis text not null check (basis in ('health_safety_emergency', 'mandated_report')),
  threat text check (length(threat) between 20 and 2000),
  items text[] not null check (cardinality(items) > 0),
  recipient_kind text not null check (recipient_kind in
    ('emergency_services', 'police', 'hospital', 'crisis_team', 'agency', 'child_protection', 'caregiver')),
  recipient_name text not null check (length(recipient_name) between 1 and 120),
  recipient_office text not null check (length(recipient_office) between 1 and 120),
  channel text not null check (channel in ('phone', 'in_person', 'writing')),
  report_reference text check (length(report_reference) between 1 and 120),
  family_sees text not null check (family_sees in ('family', 'student', 'nobody')),
  disclosed_at timestamptz not null,
  disclosed_by uuid not null,
  recorded_at timestamptz not null,
  review_due_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, disclosed_by) references person (district_id, id),
  check (disclosed_at <= recorded_at),
  check ((basis = 'health_safety_emergency') = (threat is not null)),
  -- A report for a child's protection is kept from every family page, whoever asks.
  check (basis <> 'mandated_report' or (family_sees = 'nobody' and recipient_kind in ('child_protection', 'police')))
);
comment on table consent_exception is 'Something told about a student without consent, under a stated basis. Never edited.';
comment on column consent_exception.district_id is 'Tenant.';
comment on column consent_exception.id is 'UUIDv7 made by the application.';
comment on column consent_exception.student_id is 'The student.';
comment on column consent_exception.school_id is 'The school it was told at: whose staff reach the record.';
comment on column consent_exception.basis is 'Health or safety emergency, or a report the law makes a duty.';
comment on column consent_exception.threat is 'In an emergency, the articulable and significant threat. A report has its words at the office it went to, not here.';
comment on column consent_exception.items is 'What was told, from a closed list. Nothing clinical stands in it.';
comment on column consent_exception.recipient_kind is 'What kind of office was told.';
comment on column consent_exception.recipient_name is 'Who there was told.';
comment on column consent_exception.recipient_office is 'The office.';
comment on column consent_exception.channel is 'By which way.';
comment on column consent_exception.report_reference is 'The number the office gave the report.';
comment on column consent_exception.family_sees is 'Who in the family reads of it on the family page: everybody, the student, or nobody.';
comment on column consent_exception.disclosed_at is 'When it was told.';
comment on column consent_exception.disclosed_by is 'Who told it, and wrote it down.';
comment on column consent_exception.recorded_at is 'When it was written down.';
comment on column consent_exception.review_due_at is 'By when somebody else looks at it.';
create index consent_exception_by_student on consent_exception (district_id, student_id, disclosed_at);
create index consent_exception_by_due on consent_exception (district_id, review_due_at);
select house.wall('consent_exception', 'school'), house.may('consent_exception', 'add'), house.traced('consent_exception');

create table consent_exception_review (
  district_id uuid not null references district,
  exception_id uuid not null,
  student_id uuid not null,
  finding text not null check (finding in ('within_basis', 'more_than_needed', 'not_within_basis')),
  note text check (length(note) between 1 and 2000),
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (district_id, exception_id),
  foreign key (district_id, exception_id) references consent_exception (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, reviewed_by) references person (district_id, id),
  check (finding = 'within_basis' or note is not null)
);
comment on table consent_exception_review is 'What somebody else found about something told without consent. Never edited.';
comment on column consent_exception_review.district_id is 'Tenant.';
comment on column consent_exception_review.exception_id is 'What was looked at.';
comment on column consent_exception_review.student_id is 'The student.';
comment on column consent_exception_review.finding is 'Within its basis, more than was needed, or not within it.';
comment on column consent_exception_review.note is 'What is to be learned or done.';
comment on column consent_exception_review.reviewed_by is 'Who looked at it: never who told it.';
comment on column consent_exception_review.reviewed_at is 'When.';
select house.wall('consent_exception_review', 'school'), house.may('consent_exception_review', 'add'),
  house.traced('consent_exception_review', 'exception_id');

-- One ledger: a crossing rests on a consent, or on an exception.
alter table disclosure
  alter column referral_id drop not null, alter column partner_id drop not null, alter column consent_id drop not null,
  add column basis text not null default 'consent' check (basis in ('consent', 'health_safety_emergency', 'mandated_report')),
  add column exception_id uuid,
  add foreign key (district_id, exception_id) references consent_exception (district_id, id),
  add check ((basis = 'consent') = (exception_id is null)),
  add check (basis <> 'consent' or num_nonnulls(referral_id, partner_id, consent_id) = 3),
  add check (basis = 'consent' or num_nonnulls(referral_id, partner_id, consent_id) = 0),
  drop constraint disclosure_direction_check,
  add constraint disclosure_direction_check check (direction in ('to_partner', 'to_school', 'to_other')),
  add check ((basis = 'consent') = (direction <> 'to_other'));
comment on column disclosure.basis is 'Whether it rests on a consent or on an exception to it.';
comment on column disclosure.exception_id is 'What was told without consent, where that is its basis.';

-- A row that speaks of one of two records is guarded by whichever it names.
create or replace function house.leaves_a_trace() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if not exists (
    select 1 from public.audit_event e
    where e.district_id = (changed ->> 'district_id')::uuid
      and e.xact = pg_current_xact_id()::text::bigint
      and e.subject_id = coalesce(changed ->> tg_argv[0], changed ->> tg_argv[1])::uuid
  ) then
    raise exception 'a change to % left no trace', tg_table_name using errcode = 'TL001';
  end if;
  return null;
end $$;
drop trigger leaves_a_trace on disclosure;
create constraint trigger leaves_a_trace after insert or update or delete on disclosure
  deferrable initially deferred for each row execute function house.leaves_a_trace('referral_id', 'exception_id');
