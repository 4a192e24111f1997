-- Somebody at an agency who has no account answers by a link and a code: the link goes to one address of theirs, the code to
-- another. What they may is what their assignment gives, on the one referral the link is of. The link and the code stand nowhere
-- but in the messages; here are marks of them, from which they cannot be made again.
alter table assignment add column by_link boolean not null default false;
comment on column assignment.by_link is 'Whether they are sent a link to each referral, since they have no account.';

alter table message drop constraint message_kind_check,
  add constraint message_kind_check check (kind in ('alert', 'digest', 'reminder', 'link', 'guest_link', 'guest_code'));
comment on column message.kind is
  'An alert that waits for an answer, the digest of a day, a reminder or a link for a family, a link or a code for an agency.';

create table guest_link (
  district_id uuid not null references district,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  person_id uuid not null,
  assignment_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  marks bytea[] not null default '{}',
  sent_at timestamptz,
  sent_by text check (sent_by in ('email', 'text')),
  not_sent text,
  code_mark bytea,
  code_ends_at timestamptz,
  code_tries int not null default 0 check (code_tries >= 0),
  codes_asked int not null default 0 check (codes_asked >= 0),
  codes_since timestamptz,
  wrong_tries int not null default 0 check (wrong_tries >= 0),
  opened_at timestamptz,
  session_mark bytea,
  session_ends_at timestamptz,
  closed_at timestamptz,
  closed_because text check (closed_because in ('replaced', 'withdrawn', 'guessed')),
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, assignment_id) references assignment (district_id, id),
  foreign key (district_id, asked_by) references person (district_id, id),
  check ((closed_at is null) = (closed_because is null)),
  check ((code_mark is null) = (code_ends_at is null)),
  check ((session_mark is null) = (session_ends_at is null))
);
comment on table guest_link is 'A link to one referral for somebody at its agency who has no account; a code lets them in.';
comment on column guest_link.district_id is 'Tenant.';
comment on column guest_link.id is 'UUIDv7 made by the application.';
comment on column guest_link.referral_id is 'The referral it leads to, and no other.';
comment on column guest_link.student_id is 'The student the referral is about.';
comment on column guest_link.partner_id is 'The agency.';
comment on column guest_link.person_id is 'Whom it was sent to: who they act as.';
comment on column guest_link.assignment_id is 'The assignment they act in; it ends with it.';
comment on column guest_link.asked_by is 'Who sent it: with the referral, or again.';
comment on column guest_link.asked_at is 'When.';
comment on column guest_link.expires_at is 'From when it lets nobody in; its time begins anew when it is handed over.';
comment on column guest_link.marks is 'SHA-256 of each link that was handed over.';
comment on column guest_link.sent_at is 'When the message with it was taken.';
comment on column guest_link.sent_by is 'By which way.';
comment on column guest_link.not_sent is 'Why it was not sent, as the code of how the message ended.';
comment on column guest_link.code_mark is 'SHA-256 of the code that was handed over last, together with the id of the link.';
comment on column guest_link.code_ends_at is 'From when that code opens nothing.';
comment on column guest_link.code_tries is 'How often something else than that code was typed.';
comment on column guest_link.codes_asked is 'How many codes were asked for since then.';
comment on column guest_link.codes_since is 'Since when they are counted.';
comment on column guest_link.wrong_tries is 'How often a wrong code was typed in all.';
comment on column guest_link.opened_at is 'When it first let somebody in.';
comment on column guest_link.session_mark is 'SHA-256 of what the browser that came in keeps; the latest alone counts.';
comment on column guest_link.session_ends_at is 'When that ends.';
comment on column guest_link.closed_at is 'When it was ended before its time.';
comment on column guest_link.closed_because is 'Why: a newer one, taken back, or guessed at.';
create index guest_link_by_referral on guest_link (district_id, referral_id, asked_at desc);
create index guest_link_by_student on guest_link (district_id, student_id);
create index guest_link_by_mark on guest_link using gin (marks);
create unique index guest_link_by_session on guest_link (district_id, session_mark) where session_mark is not null;
select house.wall('guest_link', 'school'), house.may('guest_link', 'change'), house.traced('guest_link'),
  house.goes_with('referral', 'guest_link', 't.student_id = $2', '{}',
    $sql$marks = '{}', session_mark = null, session_ends_at = null, code_mark = null, code_ends_at = null$sql$);
grant select on guest_link to throughline_guard;
create policy guard_reads on guest_link for select to throughline_guard using (true);
grant select (district_id, id, partner_id, ended_at, sent_at) on referral to throughline_guard;
grant select (district_id, id, partner_id, starts_on, ends_on, suspended_at) on agreement to throughline_guard;
create policy guard_reads on agreement for select to throughline_guard using (true);
grant select (district_id, agreement_id, signed_on, ends_on, withdrawn_at) on legal_sign_off to throughline_guard;
create policy guard_reads on legal_sign_off for select to throughline_guard using (true);
grant select (district_id, referral_id, partner_id, acknowledged_at) on stop_notice to throughline_guard;
create policy guard_reads on stop_notice for select to throughline_guard using (true);

-- Whether a link may still be used by whom it is for: their assignment at the agency gives it, nothing keeps them from the student,
-- the agreement with the agency and its sign-off are in force, and the referral is still with the agency, or a stop waits to be
-- read. Asked at every step, so that it ends with the next one.
create function house.guest_link_holds(link guest_link, at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select link.closed_at is null
    and exists (select from assignment a
      join person p on p.district_id = a.district_id and p.id = a.person_id and p.ended_at is null
      join partner r on r.district_id = a.district_id and r.id = a.partner_id and (r.ended_at is null or r.ended_at > at)
      join district d on d.district_id = a.district_id
      where a.district_id = link.district_id and a.id = link.assignment_id and a.person_id = link.person_id
        and a.partner_id = link.partner_id and a.role = 'partner_intake' and a.by_link
        and (a.ended_at is null or a.ended_at > at) and a.starts_on <= (at at time zone d.time_zone)::date
        and (a.ends_on is null or a.ends_on >= (at at time zone d.time_zone)::date)
        and exists (select from agreement g join legal_sign_off s on s.district_id = g.district_id and s.agreement_id = g.id
          where g.district_id = link.district_id and g.partner_id = link.partner_id and g.suspended_at is null
            and (at at time zone d.time_zone)::date between g.starts_on and g.ends_on and s.withdrawn_at is null
            and (at at time zone d.time_zone)::date between s.signed_on and s.ends_on))
    and not link.student_id = any (house.kept_from(link.district_id, link.person_id, true))
    and exists (select from referral f where f.district_id = link.district_id and f.id = link.referral_id
      and f.partner_id = link.partner_id and f.sent_at is not null
      and (f.ended_at is null or exists (select from stop_notice n where n.district_id = f.district_id
        and n.referral_id = f.id and n.partner_id = f.partner_id and n.acknowledged_at is null)))
$$;
alter function house.guest_link_holds owner to throughline_guard;
comment on function house.guest_link_holds is 'Whether whom a link is for may still come in by it.';
revoke all on function house.guest_link_holds from public;
grant execute on function house.guest_link_holds to throughline_app, throughline_guard;

create function house.guest_link_of(mark bytea) returns table (district_id uuid, link_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.district_id, l.id from guest_link l where l.marks @> array[mark]
$$;
alter function house.guest_link_of owner to throughline_guard;
comment on function house.guest_link_of is 'Which link to a referral a mark is of, in whichever district.';

create function house.guest_session_of(mark bytea, at timestamptz)
returns table (district_id uuid, link_id uuid, referral_id uuid, partner_id uuid, person_id uuid, assignment_id uuid, name text,
  blocked_ids uuid[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.district_id, l.id, l.referral_id, l.partner_id, l.person_id, l.assignment_id, p.name,
    house.kept_from(l.district_id, l.person_id, true)
  from guest_link l join person p on p.district_id = l.district_id and p.id = l.person_id
  where l.session_mark = mark and l.session_ends_at > at and house.guest_link_holds(l, at)
$$;
alter function house.guest_session_of owner to throughline_guard;
comment on function house.guest_session_of is 'Who of an agency came in by a link, while that holds.';
revoke all on function house.guest_link_of, house.guest_session_of from public;
grant execute on function house.guest_link_of, house.guest_session_of to throughline_app;
