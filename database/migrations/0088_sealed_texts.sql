-- Keys that seal what people typed, how families are reached and what was sent. Each lies here sealed under the one
-- above it: a student's under the district's, the district's under the installation's, which is never in a database.
create table district_key (
  district_id uuid not null,
  id uuid not null,
  wrapped_under uuid not null,
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (district_id, id)
);
comment on table district_key is 'Keys of a district, each sealed under a key of the installation. They seal the data keys and nothing else.';
comment on column district_key.district_id is 'Tenant. It may not exist yet: the first key is made with the district.';
comment on column district_key.id is 'Made by the application.';
comment on column district_key.wrapped_under is 'The key of the installation it is sealed under.';
comment on column district_key.wrapped is 'The key, sealed.';
comment on column district_key.made_at is 'Since when. The newest seals new data keys.';
comment on column district_key.retired_at is 'Since when it seals no new ones.';

create table data_key (
  district_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  district_key_id uuid not null,
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, district_key_id) references district_key (district_id, id)
);
comment on table data_key is 'Keys that seal texts, each of one student or of the district, sealed under a key of the district.';
comment on column data_key.district_id is 'Tenant.';
comment on column data_key.id is 'Stands in every text it sealed.';
comment on column data_key.owner_id is 'The student whose texts it seals; the district itself for texts of no student.';
comment on column data_key.district_key_id is 'The key of the district it is sealed under.';
comment on column data_key.wrapped is 'The key, sealed.';
comment on column data_key.made_at is 'Since when. An owner may have several: two processes may have made one at the same time.';
comment on column data_key.retired_at is 'Since when it seals no new texts.';
create index data_key_by_owner on data_key (district_id, owner_id);
create index data_key_by_district_key on data_key (district_id, district_key_id);

-- Whoever is inside the district finds its keys, on every side: they open nothing without the installation's.
do $$
declare
  target text;
  same_district constant text := $sql$district_id = nullif(current_setting('app.district_id', true), '')::uuid$sql$;
begin
  foreach target in array array['district_key', 'data_key'] loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy wall on %I as permissive for all to throughline_app using (%s) with check (%s)',
      target, same_district, same_district);
    perform house.may(target::regclass, 'add');
    execute format('grant select, insert, update, delete on %I to throughline_keeper', target);
    execute format('create policy keeper_turns on %I to throughline_keeper using (true) with check (true)', target);
  end loop;
end $$;

-- Which turns of the keys were made. It belongs to the installation and not to a district.
create table house.key_turn (
  id uuid primary key,
  what text not null check (what in ('first', 'installation', 'district', 'texts')),
  begun_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table house.key_turn is 'Turns of the keys: the first sealing of what was plain, and rotations.';
comment on column house.key_turn.id is 'Made by the application.';
comment on column house.key_turn.what is 'What was sealed anew: everything for the first time, the districts'' keys, the data keys, or the texts.';
comment on column house.key_turn.begun_at is 'When it began.';
comment on column house.key_turn.ended_at is 'When it was done. One that was cut short goes on at the next call.';
grant select, insert, update (ended_at) on house.key_turn to throughline_keeper;

-- What a sealed text may be as long as is judged before it is sealed.
alter table access_block drop constraint access_block_document_reference_check;
alter table consent_exception drop constraint consent_exception_threat_check,
  drop constraint consent_exception_recipient_name_check, drop constraint consent_exception_recipient_office_check,
  drop constraint consent_exception_report_reference_check;
alter table consent_exception_review drop constraint consent_exception_review_note_check;

-- Whoever turns keys seals texts anew, in every district and also in rows that are never changed otherwise: the columns
-- that are sealed, and no other. The role cannot log in; it is stepped into by whoever may migrate.
create function house.sealed(target regclass, reads text[], seals text[]) returns void language plpgsql
set search_path = pg_catalog, house, pg_temp as $$
begin
  execute format('grant select (%s), update (%s) on %s to throughline_keeper',
    (select string_agg(quote_ident(name), ', ') from unnest(reads || seals) as name),
    (select string_agg(quote_ident(name), ', ') from unnest(seals) as name), target);
  execute format('create policy keeper_turns on %s to throughline_keeper using (true) with check (true)', target);
end $$;
comment on function house.sealed is 'Lets the role that turns keys seal some columns of a table anew.';
revoke all on function house.sealed from public;
grant usage on schema public, house to throughline_keeper;
grant execute on function house.district_ids to throughline_keeper;

select house.sealed('student', '{district_id,id}', '{accommodation}'),
  house.sealed('caregiver', '{district_id,id}', '{phone,email,contact_hours}'),
  house.sealed('access_block', '{district_id,id,student_id}', '{document_reference}'),
  house.sealed('roster_part', '{district_id,import_id,position}', '{bytes}'),
  house.sealed('concern', '{district_id,id,student_id}',
    '{asked_by,asked_by_contact,about_name,about_grade,observed,setting,schoolwork,health,closed_reason}'),
  house.sealed('concern_question', '{district_id,id,concern_id}', '{answer}'),
  house.sealed('triage_decision', '{district_id,id,student_id}', '{override_reason,review_note}'),
  house.sealed('brief_support', '{district_id,id,student_id}', '{focus}'),
  house.sealed('consent', '{district_id,id,student_id}', '{witness,document_reference,interpreter}'),
  house.sealed('consent_revocation', '{district_id,consent_id}', '{asked_by}'),
  house.sealed('consent_exception', '{district_id,id,student_id}', '{threat,recipient_name,recipient_office,report_reference}'),
  house.sealed('consent_exception_review', '{district_id,exception_id,student_id}', '{note}'),
  house.sealed('packet', '{district_id,id,student_id}', '{content}'),
  house.sealed('referral_ending', '{district_id,referral_id,student_id}', '{plan,step_down,destination}'),
  house.sealed('handoff', '{district_id,referral_id,student_id}',
    '{interpreter,receipt_by,transport_note,accompanied_by,bring_note,exception_note}'),
  house.sealed('contact_attempt', '{district_id,id,student_id}', '{interpreter}'),
  house.sealed('correction', '{district_id,id,student_id}', '{reason}'),
  house.sealed('appointment', '{district_id,id,student_id}', '{place,with_whom}'),
  house.sealed('visit_offer', '{district_id,id,student_id}', '{place,with_whom}'),
  house.sealed('barrier', '{district_id,id,student_id}', '{action,result}'),
  house.sealed('crisis_incident', '{district_id,id,student_id}', '{place,services_called}'),
  house.sealed('agreed_measure', '{district_id,id,student_id}', '{baseline}');

-- Sealing anew changes nothing anybody said, and leaves one trace for the whole turn instead of one for each row.
create or replace function house.leaves_a_trace() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if tg_op = 'UPDATE' and current_setting('role') = 'throughline_keeper' then return null; end if;
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
