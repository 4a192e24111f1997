-- A link that somebody at school sends one caregiver, by the way that is safe for them. With it and something they know they come
-- in for a short while, without an account: to answer what may be shared, or to read what is shared. The link stands nowhere but
-- in the message; here are marks of it, from which it cannot be made again.
alter table consent drop constraint consent_method_check,
  add constraint consent_method_check check (method in ('in_person', 'phone_witnessed', 'e_signature', 'paper', 'link'));
alter table message drop constraint message_kind_check,
  add constraint message_kind_check check (kind in ('alert', 'digest', 'reminder', 'link'));
comment on column message.kind is 'An alert that waits for an answer, the digest of a day, a reminder for a family, or a link they asked for.';

do $$
declare
  made text := pg_get_functiondef('house.wall(regclass, text)'::regprocedure);
  last constant text := $sql$else raise exception 'there is no wall called %', kind;$sql$;
begin
  if position(last in made) = 0 then raise exception 'house.wall no longer ends as expected'; end if;
  execute replace(made, last, $sql$-- Of a family, whoever it is for, and nobody else who cares for the same child.
    when 'school, and for whom it is' then
      sees := format('%s and (%s or (%s and %s))', same_district, school, family, self);
      writes := same_district || ' and ' || school;
    $sql$ || last);
end $$;

create table family_link (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  caregiver_id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('consent', 'family')),
  referral_id uuid,
  partner_id uuid,
  scopes text[] not null default '{}',
  holds_until date,
  asked_by uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  marks bytea[] not null default '{}',
  sent_at timestamptz,
  sent_by text check (sent_by in ('email', 'text')),
  not_sent text,
  wrong_tries int not null default 0 check (wrong_tries >= 0),
  opened_at timestamptz,
  session_mark bytea,
  session_ends_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  closed_because text check (closed_because in ('answered', 'replaced', 'withdrawn', 'guessed', 'not_sent')),
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, caregiver_id) references caregiver (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, asked_by) references person (district_id, id),
  check (purpose <> 'consent' or num_nonnulls(referral_id, partner_id, holds_until) = 3),
  check ((closed_at is null) = (closed_because is null)),
  check ((session_mark is null) = (session_ends_at is null)),
  check (answered_at is null or closed_because = 'answered')
);
comment on table family_link is 'A link for one caregiver about one student, by which they come in with something they know.';
comment on column family_link.district_id is 'Tenant.';
comment on column family_link.id is 'UUIDv7 made by the application.';
comment on column family_link.student_id is 'The student it is about.';
comment on column family_link.caregiver_id is 'The caregiver it was sent to.';
comment on column family_link.person_id is 'The person this caregiver is: who they act as.';
comment on column family_link.purpose is 'To answer what may be shared, or to see what is shared.';
comment on column family_link.referral_id is 'The referral whose sharing is asked about.';
comment on column family_link.partner_id is 'The agency that is asked about.';
comment on column family_link.scopes is 'The questions that are asked.';
comment on column family_link.holds_until is 'Last day a yes would hold.';
comment on column family_link.asked_by is 'Who sent it.';
comment on column family_link.asked_at is 'When.';
comment on column family_link.expires_at is 'From when it lets nobody in; its time begins anew when it is handed over.';
comment on column family_link.marks is 'SHA-256 of each link that was handed over.';
comment on column family_link.sent_at is 'When the message with it was taken.';
comment on column family_link.sent_by is 'By which way.';
comment on column family_link.not_sent is 'Why it was not sent, as the code of how the message ended.';
comment on column family_link.wrong_tries is 'How often what they should know was wrong.';
comment on column family_link.opened_at is 'When it first let somebody in.';
comment on column family_link.session_mark is 'SHA-256 of what the browser that came in keeps; the latest alone counts.';
comment on column family_link.session_ends_at is 'When that ends.';
comment on column family_link.answered_at is 'When the questions were answered.';
comment on column family_link.closed_at is 'When it was ended before its time, or used.';
comment on column family_link.closed_because is 'Why: answered, a newer one, what it asks about is withdrawn, guessed at, or it could not be sent.';
create index family_link_by_referral on family_link (district_id, referral_id, asked_at desc);
create index family_link_by_student on family_link (district_id, student_id, asked_at desc);
create index family_link_by_person on family_link (district_id, person_id) where closed_at is null;
create index family_link_by_mark on family_link using gin (marks);
create unique index family_link_by_session on family_link (district_id, session_mark) where session_mark is not null;
select house.wall('family_link', 'school, and for whom it is'), house.may('family_link', 'change'), house.traced('family_link'),
  house.goes_with('student', 'family_link', 't.student_id = $2', '{}', $sql$marks = '{}', session_mark = null, session_ends_at = null$sql$);
grant select on family_link to throughline_guard;
create policy guard_reads on family_link for select to throughline_guard using (true);
grant select (district_id, referral_id, minor_consented) on consent to throughline_guard;
create policy guard_reads on consent for select to throughline_guard using (true);
grant select (district_id, id, partner_id, ended_at) on referral to throughline_guard;
create policy guard_reads on referral for select to throughline_guard using (true);
grant select (district_id, id, name, person_id, language) on caregiver to throughline_guard;

-- Whether a link may still be used by whom it is for: they care for the student and may consent, no order keeps them away, and
-- what it asks about goes on with the same agency and is nothing the student answered alone. Asked at every step, so that it ends
-- with the next one.
create function house.family_link_holds(link family_link) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (link.closed_at is null or link.closed_because = 'answered')
    and exists (select from guardianship g where g.district_id = link.district_id and g.student_id = link.student_id
      and g.caregiver_id = link.caregiver_id and g.ended_on is null and g.authority = 'may_consent')
    and not link.student_id = any (house.kept_from(link.district_id, link.person_id, false))
    and (link.referral_id is null or (not exists (select from consent c where c.district_id = link.district_id
        and c.referral_id = link.referral_id and c.minor_consented)
      and exists (select from referral f where f.district_id = link.district_id and f.id = link.referral_id
        and f.partner_id = link.partner_id and f.ended_at is null)))
$$;
alter function house.family_link_holds owner to throughline_guard;
comment on function house.family_link_holds is 'Whether whom a link is for may still come in by it.';
revoke all on function house.family_link_holds from public;
grant execute on function house.family_link_holds to throughline_app, throughline_guard;

create function house.family_link_of(mark bytea) returns table (district_id uuid, link_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.district_id, l.id from family_link l where l.marks @> array[mark]
$$;
alter function house.family_link_of owner to throughline_guard;
comment on function house.family_link_of is 'Which link a mark is of, in whichever district.';

create function house.family_session_of(mark bytea, at timestamptz)
returns table (district_id uuid, link_id uuid, person_id uuid, student_id uuid, name text, language text, purpose text, blocked_ids uuid[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.district_id, l.id, l.person_id, l.student_id, c.name, c.language, l.purpose,
    house.kept_from(l.district_id, l.person_id, false)
  from family_link l join caregiver c on c.district_id = l.district_id and c.id = l.caregiver_id
  join person p on p.district_id = l.district_id and p.id = l.person_id and p.ended_at is null
  where l.session_mark = mark and l.session_ends_at > at and house.family_link_holds(l)
$$;
alter function house.family_session_of owner to throughline_guard;
comment on function house.family_session_of is 'Who came in by a link, while that holds.';
revoke all on function house.family_link_of, house.family_session_of from public;
grant execute on function house.family_link_of, house.family_session_of to throughline_app;
