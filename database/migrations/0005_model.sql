-- The model in force, and the partnership that carries it.
create table standard (
  district_id uuid not null references district,
  id uuid not null,
  kind text not null,
  version int not null check (version > 0),
  in_force_from timestamptz not null,
  body jsonb not null,
  sample boolean not null,
  approved_by text,
  approved_on date,
  decision text not null,
  published_by uuid,
  published_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, kind, version),
  foreign key (district_id, published_by) references person
);
comment on table standard is 'One version of one standard: tiers, checklist, time standards, handoff rules, lists. Never edited.';
comment on column standard.district_id is 'Tenant.';
comment on column standard.id is 'UUIDv7 made by the application.';
comment on column standard.kind is 'A kind of standards/kinds.ts.';
comment on column standard.version is 'Counts up from 1 within the kind.';
comment on column standard.in_force_from is 'From when it applies, until the next version does.';
comment on column standard.body is 'The content, in the shape of its kind.';
comment on column standard.sample is 'Ships with Throughline and is not approved for use.';
comment on column standard.approved_by is 'Who approved it locally.';
comment on column standard.approved_on is 'When it was approved locally.';
comment on column standard.decision is 'The decision that published it.';
comment on column standard.published_by is 'Who published it; null for what ships.';
comment on column standard.published_at is 'When it was published.';
select house.wall('standard', 'district'), house.may('standard', 'add'), house.traced('standard');

create table partner_service (
  district_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  name text not null,
  kind text not null check (kind in ('assessment', 'individual', 'group', 'family', 'psychiatry', 'other')),
  tiers int[] not null,
  ages text not null,
  primary key (district_id, id),
  foreign key (district_id, partner_id) references partner
);
comment on table partner_service is 'What an agency offers.';
comment on column partner_service.district_id is 'Tenant.';
comment on column partner_service.id is 'UUIDv7 made by the application.';
comment on column partner_service.partner_id is 'The agency.';
comment on column partner_service.name is 'Name of the service.';
comment on column partner_service.kind is 'What kind of service.';
comment on column partner_service.tiers is 'Support tiers it serves.';
comment on column partner_service.ages is 'Ages served, in plain words.';
select house.wall('partner_service', 'district'), house.may('partner_service', 'remove'),
  house.traced('partner_service', 'partner_id');

create table intake_route (
  district_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('portal_queue', 'e_referral', 'secure_message', 'phone_line')),
  address text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, partner_id) references partner
);
comment on table intake_route is 'The one way a referral reaches an agency.';
comment on column intake_route.district_id is 'Tenant.';
comment on column intake_route.id is 'UUIDv7 made by the application.';
comment on column intake_route.partner_id is 'The agency.';
comment on column intake_route.kind is 'What kind of route.';
comment on column intake_route.address is 'Where it leads, in plain words.';
comment on column intake_route.opened_at is 'From when it is the route.';
comment on column intake_route.closed_at is 'Until when; null for the one in use.';
create unique index intake_route_one_active on intake_route (district_id, partner_id) where closed_at is null;
select house.wall('intake_route', 'district'), house.may('intake_route', 'change'), house.traced('intake_route', 'partner_id');

create table agreement (
  district_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  school_to_partner text[] not null,
  partner_to_school text[] not null,
  suspended_at timestamptz,
  created_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, partner_id) references partner,
  check (ends_on >= starts_on),
  check (cardinality(school_to_partner) > 0 and cardinality(partner_to_school) > 0)
);
comment on table agreement is 'What a district and an agency agreed, with the two item lists that say what may cross.';
comment on column agreement.district_id is 'Tenant.';
comment on column agreement.id is 'UUIDv7 made by the application.';
comment on column agreement.partner_id is 'The agency.';
comment on column agreement.title is 'Name of the document.';
comment on column agreement.starts_on is 'First day in force.';
comment on column agreement.ends_on is 'Last day in force.';
comment on column agreement.school_to_partner is 'Items of a packet the school may send.';
comment on column agreement.partner_to_school is 'Items the agency may tell the school.';
comment on column agreement.suspended_at is 'Suspended from this instant: nothing is sent.';
comment on column agreement.created_at is 'When it was recorded.';
select house.wall('agreement', 'district'), house.may('agreement', 'change'), house.traced('agreement', 'partner_id');

create table legal_sign_off (
  district_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  partner_id uuid not null,
  scope text not null,
  signed_by text not null,
  signed_on date not null,
  ends_on date not null,
  withdrawn_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, agreement_id) references agreement,
  foreign key (district_id, partner_id) references partner
);
comment on table legal_sign_off is 'The legal gate: without one in force nothing about a student reaches the agency.';
comment on column legal_sign_off.district_id is 'Tenant.';
comment on column legal_sign_off.id is 'UUIDv7 made by the application.';
comment on column legal_sign_off.agreement_id is 'The agreement it clears.';
comment on column legal_sign_off.partner_id is 'The agency.';
comment on column legal_sign_off.scope is 'Which use of data it clears.';
comment on column legal_sign_off.signed_by is 'Who signed.';
comment on column legal_sign_off.signed_on is 'When.';
comment on column legal_sign_off.ends_on is 'Last day it holds.';
comment on column legal_sign_off.withdrawn_at is 'Withdrawn at this instant.';
select house.wall('legal_sign_off', 'district'), house.may('legal_sign_off', 'change'),
  house.traced('legal_sign_off', 'partner_id');
