-- Districts, schools, calendar, and the people who work with them.
create table district (
  district_id uuid primary key,
  name text not null,
  state text not null check (state ~ '^[A-Z]{2}$'),
  time_zone text not null,
  demo boolean not null default false,
  created_at timestamptz not null
);
comment on table district is 'A school district: the tenant.';
comment on column district.district_id is 'Tenant, and the key of everything that belongs to it.';
comment on column district.name is 'Name on pages and paper.';
comment on column district.state is 'Two-letter state: which consent rules apply.';
comment on column district.time_zone is 'IANA zone all clocks of the district run in.';
comment on column district.demo is 'Whether this is an invented district: then one click signs in as any of its cast.';
comment on column district.created_at is 'When it was set up.';
select house.wall('district', 'district'), house.may('district', 'change'), house.traced('district', 'district_id');
grant select on district to throughline_sealer;
create policy sealer_lists on district for select to throughline_sealer using (true);

create table school (
  district_id uuid not null references district,
  id uuid not null,
  source_id text,
  name text not null,
  level text not null check (level in ('elementary', 'middle', 'high', 'other')),
  neighborhood text,
  phone text,
  public_code text not null,
  live_on date,
  closed_on date,
  primary key (district_id, id),
  unique (district_id, source_id),
  unique (district_id, public_code)
);
comment on table school is 'A school of the district.';
comment on column school.district_id is 'Tenant.';
comment on column school.id is 'UUIDv7 made by the application.';
comment on column school.source_id is 'The school''s id in the student system.';
comment on column school.name is 'Name on pages and paper.';
comment on column school.level is 'Elementary, middle, high or other.';
comment on column school.neighborhood is 'Neighborhood the building stands in.';
comment on column school.phone is 'Number families may call.';
comment on column school.public_code is 'Names the school in its public address; says nothing else.';
comment on column school.live_on is 'From when the school may use the pathway; null while it is being set up.';
comment on column school.closed_on is 'When it closed.';
create unique index school_public_code on school (public_code);
select house.wall('school', 'district'), house.may('school', 'change'), house.traced('school');

create table school_term (
  district_id uuid not null references district,
  id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  primary key (district_id, id),
  check (ends_on >= starts_on)
);
comment on table school_term is 'When school is in session.';
comment on column school_term.district_id is 'Tenant.';
comment on column school_term.id is 'UUIDv7 made by the application.';
comment on column school_term.name is 'Name of the term.';
comment on column school_term.starts_on is 'First school day.';
comment on column school_term.ends_on is 'Last school day.';
select house.wall('school_term', 'district'), house.may('school_term', 'remove'), house.traced('school_term');

create table school_closure (
  district_id uuid not null references district,
  on_day date not null,
  id uuid not null,
  label text not null,
  primary key (district_id, on_day)
);
comment on table school_closure is 'Days inside a term on which school is closed: clocks in school days do not run.';
comment on column school_closure.district_id is 'Tenant.';
comment on column school_closure.on_day is 'The day.';
comment on column school_closure.id is 'UUIDv7 made by the application.';
comment on column school_closure.label is 'Why, as families read it.';
select house.wall('school_closure', 'district'), house.may('school_closure', 'remove'), house.traced('school_closure');

create table working_hours (
  district_id uuid not null references district,
  weekday int not null check (weekday between 1 and 7),
  id uuid not null,
  opens time not null,
  closes time not null,
  primary key (district_id, weekday),
  check (closes > opens)
);
comment on table working_hours is 'When staff work, by weekday: clocks in working hours run then.';
comment on column working_hours.district_id is 'Tenant.';
comment on column working_hours.weekday is '1 Monday to 7 Sunday (ISO 8601). A weekday without a row is free.';
comment on column working_hours.id is 'UUIDv7 made by the application.';
comment on column working_hours.opens is 'Local time.';
comment on column working_hours.closes is 'Local time.';
select house.wall('working_hours', 'district'), house.may('working_hours', 'remove'), house.traced('working_hours');

create table partner (
  district_id uuid not null references district,
  id uuid not null,
  name text not null,
  short_name text not null,
  about text not null,
  address text not null,
  phone text not null,
  hours text not null,
  contact_name text not null,
  acceptance text not null check (acceptance in ('accepting', 'waitlist', 'full', 'paused')),
  acceptance_note text,
  open_places int not null check (open_places >= 0),
  next_opening_on date,
  capacity_updated_at timestamptz not null,
  languages text[] not null,
  modalities text[] not null,
  payers text[] not null,
  after_school boolean not null,
  weekends boolean not null,
  onboarded_at timestamptz,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id)
);
comment on table partner is 'A community agency that answers referrals.';
comment on column partner.district_id is 'Tenant.';
comment on column partner.id is 'UUIDv7 made by the application.';
comment on column partner.name is 'Full name.';
comment on column partner.short_name is 'Name in a sentence.';
comment on column partner.about is 'What they do, in plain words.';
comment on column partner.address is 'Where families go.';
comment on column partner.phone is 'Number of the intake desk.';
comment on column partner.hours is 'When they are open, in plain words.';
comment on column partner.contact_name is 'Who answers for intake.';
comment on column partner.acceptance is 'Whether new referrals are taken now.';
comment on column partner.acceptance_note is 'Why not, or what the wait is.';
comment on column partner.open_places is 'Places open now.';
comment on column partner.next_opening_on is 'When the next place opens, if known.';
comment on column partner.capacity_updated_at is 'When acceptance and places were last confirmed.';
comment on column partner.languages is 'BCP 47 tags of languages served.';
comment on column partner.modalities is 'in_person, telehealth, home, on_campus.';
comment on column partner.payers is 'medicaid, private, uninsured, sliding_fee.';
comment on column partner.after_school is 'Offers times after school.';
comment on column partner.weekends is 'Offers times on weekends.';
comment on column partner.onboarded_at is 'When the onboarding list was complete; nothing is sent before.';
comment on column partner.ended_at is 'When the partnership ended.';
comment on column partner.version is 'Raised at each edit; a stale edit is refused.';
select house.wall('partner', 'open'), house.may('partner', 'change'), house.traced('partner');

create table person (
  district_id uuid not null references district,
  id uuid not null,
  login_id uuid,
  source_id text,
  name text not null,
  email text,
  phone text,
  language text not null default 'en',
  partner_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (district_id, id),
  unique (district_id, login_id),
  unique (district_id, source_id),
  foreign key (district_id, partner_id) references partner
);
comment on table person is 'Somebody who works with the district: staff, partner staff, or a caregiver with a sign-in.';
comment on column person.district_id is 'Tenant.';
comment on column person.id is 'UUIDv7 made by the application.';
comment on column person.login_id is 'The sign-in account, once the invitation was taken up.';
comment on column person.source_id is 'The person''s id in the student system.';
comment on column person.name is 'Name on pages and paper.';
comment on column person.email is 'Where the invitation and notices go.';
comment on column person.phone is 'Work number.';
comment on column person.language is 'BCP 47 tag of the language their pages speak.';
comment on column person.partner_id is 'The agency that employs them, for partner staff.';
comment on column person.created_at is 'When the person was added.';
comment on column person.ended_at is 'When they left: from then on nothing opens for them.';
select house.wall('person', 'open'), house.may('person', 'change'), house.traced('person');

create table assignment (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  partner_id uuid,
  student_id uuid,
  whole_district boolean not null default false,
  starts_on date not null,
  ends_on date,
  ended_at timestamptz,
  covers_for uuid,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, covers_for) references person
);
comment on table assignment is 'A person in a role at schools, at an agency, or for a child, between two days. Rights belong to it.';
comment on column assignment.district_id is 'Tenant.';
comment on column assignment.id is 'UUIDv7 made by the application.';
comment on column assignment.person_id is 'Who.';
comment on column assignment.role is 'A role of access/roles.ts.';
comment on column assignment.partner_id is 'The agency, for partner roles.';
comment on column assignment.student_id is 'The child, for caregiver and student roles.';
comment on column assignment.whole_district is 'Covers every school of the district.';
comment on column assignment.starts_on is 'First day it gives rights.';
comment on column assignment.ends_on is 'Last day it gives rights; open when null.';
comment on column assignment.ended_at is 'Ended early at this instant.';
comment on column assignment.covers_for is 'Whose work is being covered.';
select house.wall('assignment', 'open'), house.may('assignment', 'change'), house.traced('assignment', 'person_id');

create table assignment_school (
  district_id uuid not null,
  assignment_id uuid not null,
  school_id uuid not null,
  person_id uuid not null,
  primary key (district_id, assignment_id, school_id),
  foreign key (district_id, assignment_id) references assignment,
  foreign key (district_id, school_id) references school,
  foreign key (district_id, person_id) references person
);
comment on table assignment_school is 'The schools an assignment covers.';
comment on column assignment_school.district_id is 'Tenant.';
comment on column assignment_school.assignment_id is 'The assignment.';
comment on column assignment_school.school_id is 'The school.';
comment on column assignment_school.person_id is 'Whose assignment it is: the trace speaks of them.';
create index assignment_school_by_school on assignment_school (district_id, school_id);
select house.wall('assignment_school', 'open'), house.may('assignment_school', 'remove'),
  house.traced('assignment_school', 'person_id');

create table access_token (
  district_id uuid not null references district,
  id uuid not null,
  assignment_id uuid not null,
  person_id uuid not null,
  label text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, assignment_id) references assignment,
  foreign key (district_id, person_id) references person
);
comment on table access_token is 'A bearer token for a machine that acts in one assignment.';
comment on column access_token.district_id is 'Tenant.';
comment on column access_token.id is 'UUIDv7; the public half of the token.';
comment on column access_token.assignment_id is 'The one assignment it acts in.';
comment on column access_token.person_id is 'Who answers for it.';
comment on column access_token.label is 'What it is for.';
comment on column access_token.secret_hash is 'SHA-256 of the 256-bit secret half, which is shown once and not kept.';
comment on column access_token.created_at is 'When it was made.';
comment on column access_token.expires_at is 'When it stops working by itself.';
comment on column access_token.revoked_at is 'When it was revoked: the next request with it is refused.';
select house.wall('access_token', 'school'), house.may('access_token', 'change'), house.traced('access_token');

-- Who somebody is, before any wall can stand: these functions answer one question each and are the only ones that look
-- across districts. They belong to the guard role, which reads these tables and nothing else.
grant select on district, school, person, assignment, assignment_school, access_token, partner to throughline_guard;
create policy guard_reads on school for select to throughline_guard using (true);
create policy guard_reads on district for select to throughline_guard using (true);
create policy guard_reads on person for select to throughline_guard using (true);
create policy guard_reads on assignment for select to throughline_guard using (true);
create policy guard_reads on assignment_school for select to throughline_guard using (true);
create policy guard_reads on access_token for select to throughline_guard using (true);
create policy guard_reads on partner for select to throughline_guard using (true);

create type house.standing as (
  district_id uuid, person_id uuid, assignment_id uuid, name text, role text, partner_id uuid, student_id uuid,
  whole_district boolean, school_ids uuid[]
);
comment on type house.standing is 'One assignment in force, with what it covers.';

create function house.standings_of(login uuid, at timestamptz) returns setof house.standing
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.district_id, p.id, a.id, p.name, a.role, a.partner_id, a.student_id, a.whole_district,
    coalesce((select array_agg(s.school_id order by s.school_id) from assignment_school s
      where s.district_id = a.district_id and s.assignment_id = a.id), '{}')
  from person p
  join district d on d.district_id = p.district_id
  join assignment a on a.district_id = p.district_id and a.person_id = p.id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  where p.login_id = login and p.ended_at is null and (a.ended_at is null or a.ended_at > at)
    and (r.id is null or r.ended_at is null or r.ended_at > at)
    and a.starts_on <= (at at time zone d.time_zone)::date
    and (a.ends_on is null or a.ends_on >= (at at time zone d.time_zone)::date)
  order by a.covers_for nulls first, a.starts_on, a.id
$$;
create function house.standing_of_token(token uuid, hash bytea, at timestamptz) returns setof house.standing
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.district_id, p.id, a.id, p.name, a.role, a.partner_id, a.student_id, a.whole_district,
    coalesce((select array_agg(s.school_id order by s.school_id) from assignment_school s
      where s.district_id = a.district_id and s.assignment_id = a.id), '{}')
  from access_token t
  join assignment a on a.district_id = t.district_id and a.id = t.assignment_id
  join person p on p.district_id = a.district_id and p.id = a.person_id
  join district d on d.district_id = a.district_id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  where t.id = token and (r.id is null or r.ended_at is null or r.ended_at > at) and t.secret_hash = hash and t.revoked_at is null and t.expires_at > at
    and p.ended_at is null and (a.ended_at is null or a.ended_at > at)
    and a.starts_on <= (at at time zone d.time_zone)::date
    and (a.ends_on is null or a.ends_on >= (at at time zone d.time_zone)::date)
$$;
create function house.school_by_code(code text) returns table (district_id uuid, school_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.district_id, s.id, s.name from school s where s.public_code = code and s.closed_on is null
$$;
create function house.district_ids() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.district_id from district d order by d.created_at
$$;
alter function house.standings_of owner to throughline_guard;
alter function house.standing_of_token owner to throughline_guard;
alter function house.school_by_code owner to throughline_guard;
alter function house.district_ids owner to throughline_guard;
comment on function house.standings_of is 'The assignments in force of the person behind a sign-in account.';
comment on function house.standing_of_token is 'The assignment a bearer token acts in, if it still works.';
comment on function house.school_by_code is 'The school behind a public address.';
comment on function house.district_ids is 'Every district of the installation, for jobs that visit each one.';
revoke all on function house.standings_of, house.standing_of_token, house.school_by_code, house.district_ids from public;
grant execute on function house.standings_of, house.standing_of_token, house.school_by_code, house.district_ids
  to throughline_app;
