-- How somebody is reached that a court or an address program protects. It stands here and nowhere else: while it is protected the
-- caregiver's own columns are empty, so that no page, packet, export or message has it to show. Who reads it is named row by row.
create table protected_contact (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  caregiver_id uuid,
  owner_id uuid not null,
  reason text not null check (reason in ('protective_order', 'address_program', 'custody_order', 'safety_plan')),
  ends_on date not null,
  readers uuid[] not null check (cardinality(readers) > 0),
  phone text,
  email text,
  contact_hours text,
  address text,
  neighborhood text,
  marked_by uuid not null,
  marked_at timestamptz not null,
  ended_because text check (ended_because in ('day_came', 'order_ended', 'set_by_mistake')),
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, caregiver_id) references caregiver (district_id, id),
  foreign key (district_id, marked_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check (owner_id = coalesce(caregiver_id, student_id)),
  check ((ended_at is null) = (ended_because is null)),
  check ((ended_because in ('order_ended', 'set_by_mistake')) is not true or ended_by is not null)
);
comment on table protected_contact is 'How a caregiver or a student is reached, while it is shown to nobody but named people.';
comment on column protected_contact.district_id is 'Tenant.';
comment on column protected_contact.id is 'UUIDv7 made by the application.';
comment on column protected_contact.student_id is 'The student it is of, or through whom the caregiver was met.';
comment on column protected_contact.caregiver_id is 'The caregiver whose it is; null where it is the student''s own.';
comment on column protected_contact.owner_id is 'Whose key it is sealed under: the caregiver, else the student.';
comment on column protected_contact.reason is 'Why it is protected, as a code.';
comment on column protected_contact.ends_on is 'The last day on which it is.';
comment on column protected_contact.readers is 'Who is named to read it: people of the staff, and nobody else.';
comment on column protected_contact.phone is 'Number, sealed.';
comment on column protected_contact.email is 'Address of their mail, sealed.';
comment on column protected_contact.contact_hours is 'When to call, in words, sealed.';
comment on column protected_contact.address is 'Where they live or get letters, sealed. Nowhere else is there an address of a family.';
comment on column protected_contact.neighborhood is 'Where the student lives, sealed; of a student alone.';
comment on column protected_contact.marked_by is 'Who marked it.';
comment on column protected_contact.marked_at is 'When.';
comment on column protected_contact.ended_because is 'Why it is protected no more; null while it is.';
comment on column protected_contact.ended_by is 'Who ended it; null where its last day had passed.';
comment on column protected_contact.ended_at is 'When.';
comment on column protected_contact.version is 'Raised at each change; a stale change is refused.';
create unique index protected_contact_stands on protected_contact (district_id, owner_id) where ended_at is null;
create index protected_contact_by_student on protected_contact (district_id, student_id);
create index protected_contact_by_caregiver on protected_contact (district_id, caregiver_id) where caregiver_id is not null;
select house.wall('protected_contact', 'school'), house.may('protected_contact', 'change'), house.traced('protected_contact');
select house.sealed('protected_contact', '{district_id,id,owner_id}', '{phone,email,contact_hours,address,neighborhood}'),
  -- It goes with the student whose it is, or with the last child of the caregiver.
  house.goes_with('student', 'protected_contact', $sql$(t.caregiver_id is null and t.student_id = $2)
    or (t.caregiver_id in (select g.caregiver_id from guardianship g where g.district_id = $1 and g.student_id = $2)
      and not exists (select from guardianship g join student s on s.district_id = g.district_id and s.id = g.student_id
        where g.district_id = $1 and g.caregiver_id = t.caregiver_id and g.student_id <> $2 and s.given_name <> 'removed'))$sql$,
    '{phone,email,contact_hours,address,neighborhood}');

-- A copy from before knows the number plain to whoever reads the record. It is taken off there, and nobody calls by it; what was
-- protected is asked anew.
create function house.protect_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  update caregiver c set contact_rule = 'do_not_contact', phone = null, email = null, contact_hours = null, version = c.version + 1
  where c.district_id = district and c.id = (event #>> '{detail,caregiverId}')::uuid;
  select house.trace_again(district, event, 'caregiver.updated', 'caregiver', (event #>> '{detail,caregiverId}')::uuid)
  where event #>> '{detail,caregiverId}' is not null
$$;
comment on function house.protect_again is 'A contact was marked as protected.';
grant update (phone, email, contact_hours) on caregiver to throughline_restorer;
select house.takes_back('contact.protected', 'protect_again');
