-- Signing in. Credentials and sessions stand in a schema of their own that only the role of the sign-in pool reaches:
-- the app role can neither read nor write here. Five tables keep the shape better-auth expects, four are ours.
create schema auth;
comment on schema auth is 'Who can sign in, with what, and who is signed in. Closed to the app role.';
grant usage on schema auth to throughline_auth;

create table auth.login (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table auth.login is 'A sign-in account. It says nothing of rights: those follow the assignments of the person behind it.';
comment on column auth.login.id is 'UUIDv7 made by the application; person.login_id points here.';
comment on column auth.login.name is 'Always the email address: names of people stand in person alone.';
comment on column auth.login.email is 'In lower case; what the person types.';
comment on column auth.login.email_verified is 'Whether a link sent to the address was used.';
comment on column auth.login.image is 'Not used.';
comment on column auth.login.created_at is 'When it was made.';
comment on column auth.login.updated_at is 'When it was last changed.';

create table auth.credential (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  login_id uuid not null references auth.login on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table auth.credential is 'One way to prove an account: today a password.';
comment on column auth.credential.id is 'UUIDv7 made by the application.';
comment on column auth.credential.account_id is 'The account''s name at the provider; for a password the id of the login.';
comment on column auth.credential.provider_id is 'The word credential for a password.';
comment on column auth.credential.login_id is 'Whose it is.';
comment on column auth.credential.access_token is 'Not used: for sign-in through a district''s own provider.';
comment on column auth.credential.refresh_token is 'Not used.';
comment on column auth.credential.id_token is 'Not used.';
comment on column auth.credential.access_token_expires_at is 'Not used.';
comment on column auth.credential.refresh_token_expires_at is 'Not used.';
comment on column auth.credential.scope is 'Not used.';
comment on column auth.credential.password is 'Argon2id in PHC form, with its own salt.';
comment on column auth.credential.created_at is 'When it was made.';
comment on column auth.credential.updated_at is 'When it was last changed.';
create index credential_login_id_idx on auth.credential (login_id);

create table auth.session (
  id uuid primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  login_id uuid not null references auth.login on delete cascade
);
comment on table auth.session is 'Somebody on one browser between sign-in and sign-out.';
comment on column auth.session.id is 'UUIDv7 made by the application.';
comment on column auth.session.expires_at is 'When it ends whatever happens.';
comment on column auth.session.token is 'SHA-256 of the 256-bit token in the cookie, which is not kept.';
comment on column auth.session.created_at is 'When the person signed in: carried over when the token changes.';
comment on column auth.session.updated_at is 'When it was last used, to the minute: idle time counts from here.';
comment on column auth.session.ip_address is 'Where it was opened from, for the person''s own list of sessions.';
comment on column auth.session.user_agent is 'The browser it was opened in, for the same list.';
comment on column auth.session.login_id is 'Whose it is.';
create index session_login_id_idx on auth.session (login_id);
create index session_by_end on auth.session (expires_at);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table auth.verification is 'Not used: for sign-in through a district''s own provider.';
comment on column auth.verification.id is 'UUIDv7 made by the application.';
comment on column auth.verification.identifier is 'What is being proven.';
comment on column auth.verification.value is 'What it is proven with.';
comment on column auth.verification.expires_at is 'When it stops.';
comment on column auth.verification.created_at is 'When it was made.';
comment on column auth.verification.updated_at is 'When it was last changed.';
create index verification_identifier_idx on auth.verification (identifier);

create table auth.session_place (
  session_id uuid primary key references auth.session on delete cascade,
  stage text not null check (stage in ('second_step', 'set_up', 'full', 'demo')),
  proven_at timestamptz,
  district_id uuid,
  assignment_id uuid
);
comment on table auth.session_place is 'How far a session has come, and the assignment its person is using.';
comment on column auth.session_place.session_id is 'The session.';
comment on column auth.session_place.stage is 'Owes the second step, owes setting one up, is full, or came through the door of a demo district.';
comment on column auth.session_place.proven_at is 'When the person last proved who they are.';
comment on column auth.session_place.district_id is 'The district of the assignment.';
comment on column auth.session_place.assignment_id is 'The assignment chosen; the person''s first one when null or no longer in force.';

create table auth.second_step (
  login_id uuid primary key references auth.login on delete cascade,
  secret bytea,
  set_up_at timestamptz,
  last_step bigint,
  pending bytea,
  check ((secret is null) = (set_up_at is null))
);
comment on table auth.second_step is 'The authenticator app of an account (TOTP, RFC 6238).';
comment on column auth.second_step.login_id is 'Whose it is.';
comment on column auth.second_step.secret is 'The shared secret, encrypted with a key that is not in the database; null until it is set up.';
comment on column auth.second_step.set_up_at is 'When a first code proved that the app has the secret.';
comment on column auth.second_step.last_step is 'The latest 30-second step a code was taken from: a code works once.';
comment on column auth.second_step.pending is 'A secret that was shown and not proven yet, encrypted the same way.';

create table auth.recovery_code (
  login_id uuid not null references auth.login on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (login_id, hash)
);
comment on table auth.recovery_code is 'Ten one-use codes for when the authenticator app is out of reach.';
comment on column auth.recovery_code.login_id is 'Whose it is.';
comment on column auth.recovery_code.hash is 'Keyed hash of the code: the code is shown once and not kept.';
comment on column auth.recovery_code.used_at is 'When it was used up.';

create table auth.link (
  id uuid primary key,
  kind text not null check (kind in ('invitation', 'new_password')),
  district_id uuid,
  person_id uuid,
  login_id uuid references auth.login on delete cascade,
  token_hash bytea unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'invitation') = (district_id is not null and person_id is not null)),
  check ((kind = 'new_password') = (login_id is not null))
);
comment on table auth.link is 'A one-use link sent by mail: an invitation, or a way to a new password.';
comment on column auth.link.id is 'UUIDv7 made by the application.';
comment on column auth.link.kind is 'Invitation or new password.';
comment on column auth.link.district_id is 'The district that invites.';
comment on column auth.link.person_id is 'Who is invited.';
comment on column auth.link.login_id is 'Whose password may be set anew.';
comment on column auth.link.token_hash is 'SHA-256 of the 256-bit token in the link; null until the mail is written.';
comment on column auth.link.created_at is 'When it was asked for.';
comment on column auth.link.expires_at is 'When it stops working by itself.';
comment on column auth.link.used_at is 'When it was used, or set aside by a newer one.';
create index link_by_person on auth.link (district_id, person_id);
create index link_by_login on auth.link (login_id);

create table auth.throttle (
  key bytea primary key,
  tries int not null,
  total int not null,
  window_ends_at timestamptz not null
);
comment on table auth.throttle is 'How often something secret was tried, by account, by browser and by address.';
comment on column auth.throttle.key is 'Keyed hash of what is counted: an account nobody has is counted like any other.';
comment on column auth.throttle.tries is 'Tries in the current window.';
comment on column auth.throttle.total is 'Tries since the last one that was right.';
comment on column auth.throttle.window_ends_at is 'When counting starts again.';

grant select, insert, update, delete on all tables in schema auth to throughline_auth;

-- What the sign-in pool may ask about people: the assignments in force with the words for them, and who stands behind
-- an account at all. Like the functions beside which they stand, they answer one question and belong to the guard role.
create function house.places_of(login uuid, at timestamptz)
returns table (district_id uuid, person_id uuid, assignment_id uuid, name text, role text, partner_id uuid,
  student_id uuid, whole_district boolean, school_ids uuid[], language text, district_name text, time_zone text,
  demo boolean, partner_name text, school_names text[], number bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.district_id, s.person_id, s.assignment_id, s.name, s.role, s.partner_id, s.student_id, s.whole_district,
    s.school_ids, p.language, d.name, d.time_zone, d.demo, r.short_name,
    coalesce((select array_agg(c.name order by c.name) from school c
      where c.district_id = s.district_id and c.id = any (s.school_ids)), '{}'),
    s.number
  from house.standings_of(login, at) with ordinality as s(district_id, person_id, assignment_id, name, role, partner_id,
    student_id, whole_district, school_ids, number)
  join district d on d.district_id = s.district_id
  join person p on p.district_id = s.district_id and p.id = s.person_id
  left join partner r on r.district_id = s.district_id and r.id = s.partner_id
  order by s.number
$$;
create function house.people_of(login uuid) returns table (district_id uuid, person_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.district_id, p.id from person p where p.login_id = login order by p.created_at, p.id
$$;
alter function house.places_of owner to throughline_guard;
alter function house.people_of owner to throughline_guard;
comment on function house.places_of is 'The assignments in force behind a sign-in account, with what a menu says of each.';
comment on function house.people_of is 'The person records behind a sign-in account, in force or not: a failed sign-in is written down there.';
revoke all on function house.places_of, house.people_of from public;
grant execute on function house.places_of, house.people_of to throughline_auth;

-- The one door from an act to the links: an invitation is asked for inside the act's own transaction. Only the sign-in
-- pool reads what stands there, and the token is made when the mail is written.
create function house.ask_for_invitation(id uuid, district uuid, person uuid, at timestamptz, until timestamptz)
returns void language sql security definer set search_path = pg_catalog, auth, pg_temp as $$
  update auth.link l set used_at = at
  where l.district_id = district and l.person_id = person and l.used_at is null;
  insert into auth.link (id, kind, district_id, person_id, created_at, expires_at)
  values (id, 'invitation', district, person, at, until)
$$;
comment on function house.ask_for_invitation is 'Asks for an invitation link and sets aside an older one of the same person.';
revoke all on function house.ask_for_invitation from public;
grant execute on function house.ask_for_invitation to throughline_app;
