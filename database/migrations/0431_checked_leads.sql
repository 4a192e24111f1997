-- The people who are told of a crisis stand on the printed card as the services outside do: with the day on which somebody made sure
-- that their work number is right.
alter table person
  add column phone_checked_on date,
  add column phone_checked_by uuid,
  add foreign key (district_id, phone_checked_by) references person (district_id, id),
  add constraint person_phone_checked check ((phone_checked_on is null) = (phone_checked_by is null)
    and (phone_checked_on is null or phone is not null));
comment on column person.phone_checked_on is 'On which day somebody last made sure that the work number is right; null where nobody did.';
comment on column person.phone_checked_by is 'Who made sure.';
