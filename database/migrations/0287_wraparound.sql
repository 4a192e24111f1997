-- A wraparound team is of one student: people of the school, agencies, the family. Its plan says who does what by when, from a list
-- of words and nothing else, so that what an agency reads of it is what the family let it coordinate about.
create table wraparound_team (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  formed_by uuid not null,
  formed_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, formed_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((ended_at is null) = (ended_by is null))
);
comment on table wraparound_team is 'A coordinated team around one student.';
comment on column wraparound_team.district_id is 'Tenant.';
comment on column wraparound_team.id is 'UUIDv7 made by the application.';
comment on column wraparound_team.student_id is 'The student.';
comment on column wraparound_team.school_id is 'The school at which it was formed.';
comment on column wraparound_team.formed_by is 'Who formed it.';
comment on column wraparound_team.formed_at is 'When.';
comment on column wraparound_team.ended_by is 'Who ended it.';
comment on column wraparound_team.ended_at is 'When; null while it goes on.';
comment on column wraparound_team.version is 'Raised at each change; a stale change is refused.';
create unique index wraparound_team_once on wraparound_team (district_id, student_id) where ended_at is null;
create index wraparound_team_by_student on wraparound_team (district_id, student_id, formed_at);
select house.wall('wraparound_team', 'school'), house.may('wraparound_team', 'change'), house.traced('wraparound_team');

create table wraparound_member (
  district_id uuid not null references district,
  id uuid not null,
  team_id uuid not null,
  student_id uuid not null,
  side text not null check (side in ('school', 'agency', 'caregiver', 'student')),
  role text not null check (role in ('leads', 'coordinates', 'helps_at_school', 'cares', 'family', 'student')),
  person_id uuid,
  referral_id uuid,
  partner_id uuid,
  consent_id uuid,
  caregiver_id uuid,
  joined_by uuid not null,
  joined_at timestamptz not null,
  left_by uuid,
  left_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, team_id, id),
  foreign key (district_id, team_id) references wraparound_team (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, consent_id) references consent (district_id, id),
  foreign key (district_id, caregiver_id) references caregiver (district_id, id),
  foreign key (district_id, joined_by) references person (district_id, id),
  foreign key (district_id, left_by) references person (district_id, id),
  check ((side = 'school') = (person_id is not null)),
  check ((side = 'agency') = (partner_id is not null)),
  check ((partner_id is null) = (referral_id is null) and (partner_id is null) = (consent_id is null)),
  check ((side = 'caregiver') = (caregiver_id is not null)),
  check ((left_at is null) = (left_by is null))
);
comment on table wraparound_member is 'Somebody on a wraparound team: a person of the school, an agency, a caregiver, or the student.';
comment on column wraparound_member.district_id is 'Tenant.';
comment on column wraparound_member.id is 'UUIDv7 made by the application.';
comment on column wraparound_member.team_id is 'The team.';
comment on column wraparound_member.student_id is 'The student.';
comment on column wraparound_member.side is 'Whether it is a person of the school, an agency, a caregiver or the student.';
comment on column wraparound_member.role is 'What they do on the team.';
comment on column wraparound_member.person_id is 'The person of the school.';
comment on column wraparound_member.referral_id is 'The referral the agency accepted.';
comment on column wraparound_member.partner_id is 'The agency.';
comment on column wraparound_member.consent_id is 'The yes to care coordination the agency joined on.';
comment on column wraparound_member.caregiver_id is 'The caregiver.';
comment on column wraparound_member.joined_by is 'Who put them on the team.';
comment on column wraparound_member.joined_at is 'When.';
comment on column wraparound_member.left_by is 'Who said that they are on it no more.';
comment on column wraparound_member.left_at is 'When; null while they are on it.';
comment on column wraparound_member.version is 'Raised at each change; a stale change is refused.';
create index wraparound_member_by_team on wraparound_member (district_id, team_id, joined_at);
create index wraparound_member_by_partner on wraparound_member (district_id, partner_id) where left_at is null;
create index wraparound_member_by_student on wraparound_member (district_id, student_id);
select house.wall('wraparound_member', 'school and partner'), house.may('wraparound_member', 'change'),
  house.traced('wraparound_member');

create table wraparound_step (
  district_id uuid not null references district,
  id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  student_id uuid not null,
  partner_id uuid,
  what text not null check (what in ('check_in_school', 'check_in_home', 'keep_visits', 'transport', 'forms', 'school_supports',
    'daily_routine', 'peer_or_mentor', 'activities', 'family_support', 'crisis_plan_shared', 'meet_again')),
  due_on date not null,
  added_by uuid not null,
  added_at timestamptz not null,
  outcome text check (outcome in ('done', 'not_needed', 'not_possible')),
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, team_id, member_id) references wraparound_member (district_id, team_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, added_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((outcome is null) = (ended_at is null) and (ended_at is null) = (ended_by is null))
);
comment on table wraparound_step is 'What a member of a wraparound team does for the student, and by when.';
comment on column wraparound_step.district_id is 'Tenant.';
comment on column wraparound_step.id is 'UUIDv7 made by the application.';
comment on column wraparound_step.team_id is 'The team.';
comment on column wraparound_step.member_id is 'Who does it.';
comment on column wraparound_step.student_id is 'The student.';
comment on column wraparound_step.partner_id is 'The agency of that member, where it is one.';
comment on column wraparound_step.what is 'What is done, from a list: there is no field for words.';
comment on column wraparound_step.due_on is 'By which day.';
comment on column wraparound_step.added_by is 'Who wrote it down.';
comment on column wraparound_step.added_at is 'When.';
comment on column wraparound_step.outcome is 'How it ended; null while it is owed.';
comment on column wraparound_step.ended_by is 'Who said so.';
comment on column wraparound_step.ended_at is 'When.';
comment on column wraparound_step.version is 'Raised at each change; a stale change is refused.';
create index wraparound_step_by_team on wraparound_step (district_id, team_id, due_on);
create index wraparound_step_by_student on wraparound_step (district_id, student_id);
select house.wall('wraparound_step', 'school and partner'), house.may('wraparound_step', 'change'), house.traced('wraparound_step');

-- An agency reads no row of another member, and no consent towards another agency: what of the team stands beside its own part is
-- asked here. Of another agency it reads something as long as the yes that agency joined on holds: it has not ended, whoever said it
-- may say it, and nobody has said a further word on the question since.
grant select (district_id, id, team_id, student_id, side, role, partner_id, consent_id, joined_at, left_at) on wraparound_member
  to throughline_guard;
create policy guard_reads on wraparound_member for select to throughline_guard using (true);
grant select (district_id, member_id, what, due_on, outcome) on wraparound_step to throughline_guard;
create policy guard_reads on wraparound_step for select to throughline_guard using (true);
grant select (short_name) on partner to throughline_guard;

create function house.coordination_holds(asked uuid, since timestamptz, at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from consent c
    join district d on d.district_id = c.district_id
    join referral f on f.district_id = c.district_id and f.id = c.referral_id and f.partner_id = c.partner_id
      and f.accepted_at is not null and f.ended_at is null
    where c.district_id = nullif(current_setting('app.district_id', true), '')::uuid and c.id = asked
      and (c.ends_on + 1)::timestamp at time zone d.time_zone > at and house.grantor_may(c.id)
      and not exists (select from consent_revocation r where r.district_id = c.district_id and r.consent_id = c.id)
      and not exists (
        select from consent o
        join consent_answer s on s.district_id = o.district_id and s.consent_id = o.id and s.scope = 'care_coordination'
        left join consent_revocation r on r.district_id = o.district_id and r.consent_id = o.id
        left join consent_settlement e on e.district_id = o.district_id and e.consent_id = o.id and e.scope = s.scope
        where o.district_id = c.district_id and o.referral_id = c.referral_id and o.partner_id = c.partner_id and o.id <> c.id
          and (o.given_at >= since or r.revoked_at >= since or e.decided_at >= since)))
$$;
alter function house.coordination_holds owner to throughline_guard;
comment on function house.coordination_holds is
  'Whether a yes to care coordination that something was told on at an instant still holds at another.';
revoke all on function house.coordination_holds from public;

create function house.wraparound_beside(at timestamptz)
returns table (team_id uuid, member_id uuid, side text, role text, agency text, what text, due_on date, outcome text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.team_id, o.id, o.side, o.role, p.short_name, s.what, s.due_on, s.outcome
  from wraparound_member own
  join wraparound_member o on o.district_id = own.district_id and o.team_id = own.team_id and o.left_at is null and o.id <> own.id
  left join partner p on p.district_id = o.district_id and p.id = o.partner_id
  left join wraparound_step s on s.district_id = o.district_id and s.member_id = o.id
  where own.district_id = nullif(current_setting('app.district_id', true), '')::uuid
    and own.partner_id = nullif(current_setting('app.partner_id', true), '')::uuid and own.left_at is null
    and (o.consent_id is null or house.coordination_holds(o.consent_id, o.joined_at, at))
  order by o.team_id, o.joined_at, o.id, s.due_on
$$;
alter function house.wraparound_beside owner to throughline_guard;
comment on function house.wraparound_beside is
  'What an agency may read of the other members of its teams: what each does and by when, of agencies whose own yes holds.';
revoke all on function house.wraparound_beside from public;
grant execute on function house.wraparound_beside to throughline_app;
