-- The trail: one row for every read, change, export, refusal and sign-in. Ids and classes only, never personal content.
create table audit_event (
  district_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  xact bigint not null default (pg_current_xact_id()::text::bigint),
  kind text not null check (kind in ('read', 'change', 'refusal', 'export', 'print', 'sign_in')),
  name text not null,
  person_id uuid,
  assignment_id uuid,
  role text not null,
  partner_id uuid,
  subject_type text not null,
  subject_id uuid,
  student_id uuid,
  student_ids uuid[],
  detail jsonb not null default '{}',
  primary key (district_id, id)
);
comment on table audit_event is 'The trail. Appended in the transaction of the act it speaks of; never changed or removed.';
comment on column audit_event.district_id is 'Tenant.';
comment on column audit_event.id is 'UUIDv7 made by the application.';
comment on column audit_event.at is 'When it happened, by the clock of the application.';
comment on column audit_event.xact is 'The transaction that wrote it: the guards and the sealing order use it.';
comment on column audit_event.kind is 'Read, change, refusal, export, print or sign-in.';
comment on column audit_event.name is 'What happened, noun.past, from the audit catalogue; for reads and refusals the look or act.';
comment on column audit_event.person_id is 'Who acted; null for the public page and for the system.';
comment on column audit_event.assignment_id is 'The assignment the person was using.';
comment on column audit_event.role is 'The role that assignment gave.';
comment on column audit_event.partner_id is 'The agency the person acted for, on the partner side.';
comment on column audit_event.subject_type is 'What kind of record it was about.';
comment on column audit_event.subject_id is 'Which record.';
comment on column audit_event.student_id is 'The student it was about, where there is exactly one.';
comment on column audit_event.student_ids is 'The students a list showed.';
comment on column audit_event.detail is 'Ids, codes and counts that explain it. No names, no free text.';
create index audit_event_by_transaction on audit_event (district_id, xact, subject_id);
create index audit_event_by_student on audit_event (district_id, student_id, at);
create index audit_event_by_listed_student on audit_event using gin (student_ids);
select house.wall('audit_event', 'append'), house.may('audit_event', 'add');
grant select on audit_event to throughline_guard, throughline_sealer;
create policy guard_reads on audit_event for select to throughline_guard using (true);
create policy sealer_reads on audit_event for select to throughline_sealer using (true);

create table audit_seal (
  district_id uuid not null,
  number bigint not null,
  from_xact bigint not null,
  until_xact bigint not null,
  rows bigint not null,
  root bytea not null,
  previous_root bytea not null,
  sealed_at timestamptz not null,
  primary key (district_id, number),
  check (until_xact > from_xact)
);
comment on table audit_seal is 'One link of a district''s chain: a hash over the rows of finished transactions since the link before.';
comment on column audit_seal.district_id is 'Tenant.';
comment on column audit_seal.number is 'Position in the district''s chain, from 1 without gaps.';
comment on column audit_seal.from_xact is 'First transaction number covered.';
comment on column audit_seal.until_xact is 'First transaction number not covered any more.';
comment on column audit_seal.rows is 'How many rows the seal covers.';
comment on column audit_seal.root is 'SHA-256 over the previous root and the rows in order.';
comment on column audit_seal.previous_root is 'The root of the link before; 32 zero bytes for the first.';
comment on column audit_seal.sealed_at is 'When it was sealed.';
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
grant select, insert on audit_seal to throughline_sealer;
create policy sealer_chains on audit_seal to throughline_sealer using (true) with check (true);

create table idempotent_reply (
  district_id uuid not null,
  asker uuid not null,
  key uuid not null,
  request bytea not null,
  outcome jsonb not null,
  at timestamptz not null,
  primary key (district_id, asker, key)
);
comment on table idempotent_reply is 'What a mutating request was answered, so that sending it again changes nothing. Kept 72 hours.';
comment on column idempotent_reply.district_id is 'Tenant.';
comment on column idempotent_reply.asker is 'The assignment that asked: keys of different people never meet.';
comment on column idempotent_reply.key is 'The idempotency key of the request.';
comment on column idempotent_reply.request is 'SHA-256 of what was asked: another request under the same key is refused.';
comment on column idempotent_reply.outcome is 'The outcome that was answered.';
comment on column idempotent_reply.at is 'When it was answered.';
create index idempotent_reply_by_age on idempotent_reply (district_id, at);
select house.wall('idempotent_reply', 'open'), house.may('idempotent_reply', 'remove');

-- A second net below act(): a change that left no trace in its own transaction cannot commit.
create function house.leaves_a_trace() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if not exists (
    select 1 from public.audit_event e
    where e.district_id = (changed ->> 'district_id')::uuid
      and e.xact = pg_current_xact_id()::text::bigint
      and e.subject_id = (changed ->> tg_argv[0])::uuid
  ) then
    raise exception 'a change to % left no trace', tg_table_name using errcode = 'TL001';
  end if;
  return null;
end $$;
alter function house.leaves_a_trace() owner to throughline_guard;
revoke all on function house.leaves_a_trace() from public;

-- `subject` names the column that holds the id of the record the trace speaks of: the row itself, or its parent.
create function house.traced(target regclass, subject text default 'id') returns void language plpgsql
set search_path = pg_catalog, house, pg_temp as $$
begin
  execute format('create constraint trigger leaves_a_trace after insert or update or delete on %s '
    'deferrable initially deferred for each row execute function house.leaves_a_trace(%L)', target, subject);
end $$;
comment on function house.traced is 'Guards a table: a change without an audit event about its subject cannot commit.';
comment on function house.leaves_a_trace is 'Looks, at commit, for an audit event of this transaction about the changed row''s subject.';
revoke all on function house.traced from public;
