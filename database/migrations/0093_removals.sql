-- Records are removed when the schedule says so and two people did. What people typed is overwritten, what names somebody is
-- emptied, and with the last of it goes the key. Rows stay, with ids, codes and days: the trail and the counts hold.
alter table retention_rule drop constraint retention_rule_record_class_check;
alter table retention_rule add constraint retention_rule_record_class_check
  check (record_class in ('concern', 'brief_support', 'referral', 'crisis_incident', 'student'));

create table record_removal (
  district_id uuid not null references district,
  id uuid not null,
  record_class text not null check (record_class in ('concern', 'brief_support', 'referral', 'crisis_incident', 'student')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  carried_by uuid,
  carried_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, proposed_by) references person (district_id, id),
  foreign key (district_id, carried_by) references person (district_id, id),
  check (num_nonnulls(carried_by, carried_at) in (0, 2)),
  constraint carried_by_another check (carried_by <> proposed_by)
);
comment on table record_removal is 'What the schedule would remove of one class, proposed by one person and carried out by another.';
comment on column record_removal.district_id is 'Tenant.';
comment on column record_removal.id is 'UUIDv7 made by the application.';
comment on column record_removal.record_class is 'Which records; a student''s whole record goes with the name and the key.';
comment on column record_removal.proposed_by is 'Who proposed it.';
comment on column record_removal.proposed_at is 'When.';
comment on column record_removal.carried_by is 'Who carried it out: never who proposed it.';
comment on column record_removal.carried_at is 'When.';
create index record_removal_by_class on record_removal (district_id, record_class, proposed_at);
select house.wall('record_removal', 'school'), house.may('record_removal', 'change'), house.traced('record_removal');

create table record_removal_student (
  district_id uuid not null references district,
  removal_id uuid not null,
  student_id uuid not null,
  removed_at timestamptz,
  primary key (district_id, removal_id, student_id),
  foreign key (district_id, removal_id) references record_removal (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id)
);
comment on table record_removal_student is 'Whose records a proposal names. Nobody but the function that removes says that they were.';
comment on column record_removal_student.district_id is 'Tenant.';
comment on column record_removal_student.removal_id is 'The proposal.';
comment on column record_removal_student.student_id is 'Whose records.';
comment on column record_removal_student.removed_at is 'When they were removed; null where a hold or a later rule kept them.';
create index record_removal_student_by_student on record_removal_student (district_id, student_id);
select house.wall('record_removal_student', 'school'), house.may('record_removal_student', 'add'),
  house.traced('record_removal_student', 'removal_id');

alter table data_key add column destroyed_at timestamptz,
  add constraint destroyed_is_empty check ((destroyed_at is null) = (octet_length(wrapped) > 0));
comment on column data_key.destroyed_at is 'When the key was destroyed. Its id stays, so that what it sealed reads as removed and not as broken.';

-- Whoever removes may overwrite what is on this list, and nothing else. The role cannot log in and nobody steps into it but
-- who may migrate; the application reaches it through one function.
create table house.removable (
  record_class text not null,
  target text not null,
  belongs text not null,
  sets text,
  primary key (record_class, target)
);
comment on table house.removable is 'What is overwritten, or taken away, when the records of a class are removed.';
comment on column house.removable.record_class is 'The class.';
comment on column house.removable.target is 'The table.';
comment on column house.removable.belongs is 'Which of its rows belong to a student: a condition on t, with the student as $2.';
comment on column house.removable.sets is 'What is written over; rows are taken away where this is null.';
revoke all on house.removable from public;
grant select on house.removable to throughline_remover;

create function house.goes_with(class text, target text, belongs text, blanks text[], more text default null) returns void
language plpgsql set search_path = pg_catalog, public, house, pg_temp as $$
declare
  sets text := (select string_agg(format('%1$I = case when t.%1$I is null then null else %2$s end', a.attname,
      case format_type(a.atttypid, null) when 'jsonb' then '''"removed"''::jsonb' when 'bytea' then '''''::bytea' else '''removed''' end), ', ')
    from pg_attribute a where a.attrelid = target::regclass and a.attname = any (blanks));
  columns text := (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
    where a.attrelid = target::regclass and (a.attname = any (blanks) or coalesce(more, '') ~ ('\m' || a.attname || ' =')));
begin
  insert into house.removable values (class, target, belongs, nullif(concat_ws(', ', sets, more), ''));
  execute format('grant select on %I to throughline_remover', target);
  if columns is null then execute format('grant delete on %I to throughline_remover', target);
  else execute format('grant update (%s) on %I to throughline_remover', columns, target); end if;
  if not exists (select from pg_policies where tablename = target and policyname = 'remover_removes') then
    execute format('create policy remover_removes on %I to throughline_remover using (true) with check (true)', target);
  end if;
end $$;
comment on function house.goes_with(text, text, text, text[], text) is 'Puts a table on the list of what is removed with a class.';
revoke all on function house.goes_with(text, text, text, text[], text) from public;
grant usage on schema public, house to throughline_remover;

select house.goes_with('concern', 'concern', 't.student_id = $2',
    '{asked_by,asked_by_contact,about_name,about_grade,observed,setting,schoolwork,health,closed_reason}'),
  house.goes_with('concern', 'concern_question',
    't.concern_id in (select c.id from concern c where c.district_id = $1 and c.student_id = $2)', '{answer}'),
  house.goes_with('concern', 'triage_decision', 't.student_id = $2', '{override_reason,review_note}'),
  house.goes_with('brief_support', 'brief_support', 't.student_id = $2', '{focus}'),
  house.goes_with('referral', 'consent', 't.student_id = $2', '{witness,document_reference,interpreter,grantor_name}'),
  house.goes_with('referral', 'consent_document', 't.student_id = $2', '{bytes}'),
  house.goes_with('referral', 'consent_revocation',
    't.consent_id in (select c.id from consent c where c.district_id = $1 and c.student_id = $2)', '{asked_by}'),
  house.goes_with('referral', 'consent_exception', 't.student_id = $2',
    '{threat,recipient_name,recipient_office,report_reference}'),
  house.goes_with('referral', 'consent_exception_review', 't.student_id = $2', '{note}'),
  -- The hash of what was sent is made of a name and a birth date: with it both could be guessed.
  house.goes_with('referral', 'packet', 't.student_id = $2', '{content,content_hash}'),
  house.goes_with('referral', 'packet_name',
    't.referral_id in (select r.id from referral r where r.district_id = $1 and r.student_id = $2)', '{}'),
  house.goes_with('referral', 'referral_ending', 't.student_id = $2', '{plan,step_down,destination}'),
  house.goes_with('referral', 'handoff', 't.student_id = $2',
    '{interpreter,receipt_by,transport_note,accompanied_by,bring_note,exception_note}'),
  house.goes_with('referral', 'contact_attempt', 't.student_id = $2', '{interpreter}'),
  house.goes_with('referral', 'correction', 't.student_id = $2', '{reason}'),
  house.goes_with('referral', 'appointment', 't.student_id = $2', '{place,with_whom}'),
  house.goes_with('referral', 'visit_offer', 't.student_id = $2', '{place,with_whom}'),
  house.goes_with('referral', 'barrier', 't.student_id = $2', '{action,result}'),
  house.goes_with('referral', 'agreed_measure', 't.student_id = $2', '{baseline}'),
  house.goes_with('crisis_incident', 'crisis_incident', 't.student_id = $2', '{place,services_called}'),
  house.goes_with('student', 'student', 't.id = $2', '{accommodation,given_name}', $sql$family_name = '', preferred_name = null,
    source_id = null, local_id = null, born_on = null, home_language = 'unknown', disability = 'unknown', neighborhood = 'unknown'$sql$),
  house.goes_with('student', 'student_name', 't.student_id = $2', '{}'),
  house.goes_with('student', 'student_name_pair', 't.student_id = $2', '{}'),
  house.goes_with('student', 'enrolment', 't.student_id = $2', '{}', 'source_id = null'),
  house.goes_with('student', 'access_block', 't.student_id = $2', '{document_reference}'),
  house.goes_with('student', 'record_opening', 't.student_id = $2', '{words}'),
  house.goes_with('student', 'record_opening_review', 't.student_id = $2', '{words}'),
  house.goes_with('student', 'record_request', 't.student_id = $2', '{about,asked_by_name}'),
  house.goes_with('student', 'record_answer', 't.student_id = $2', '{note,statement}'),
  house.goes_with('student', 'legal_hold', 't.student_id = $2', '{reason}'),
  -- A caregiver goes with the last child whose name is still here.
  house.goes_with('student', 'caregiver', $sql$t.id in (select g.caregiver_id from guardianship g
      where g.district_id = $1 and g.student_id = $2)
    and not exists (select from guardianship g join student s on s.district_id = g.district_id and s.id = g.student_id
      where g.district_id = $1 and g.caregiver_id = t.id and g.student_id <> $2 and s.given_name <> 'removed')$sql$,
    '{name,phone,email,contact_hours}', 'source_id = null'),
  -- So does whoever of the family signed in, and for no other reason.
  house.goes_with('student', 'person', $sql$t.id in (select a.person_id from assignment a
      where a.district_id = $1 and a.student_id = $2)
    and not exists (select from assignment a left join student s on s.district_id = a.district_id and s.id = a.student_id
      where a.district_id = $1 and a.person_id = t.id
        and (a.student_id is null or (a.student_id <> $2 and s.given_name <> 'removed')))$sql$,
    '{name}', 'email = null, phone = null, source_id = null, login_id = null');
