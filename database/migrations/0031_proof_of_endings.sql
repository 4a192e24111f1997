-- Every ending has a proof of its own: who said so and how, where the family went, or the day the roster says it left.
alter table referral_ending
  add column asked_by text check (asked_by in ('caregiver', 'student')),
  add column channel text check (channel in ('phone', 'in_person', 'text', 'email', 'letter')),
  add column destination text,
  add column left_on date;
comment on column referral_ending.asked_by is 'Who spoke for the family, when it chose to end or withdrew.';
comment on column referral_ending.channel is 'How they said so.';
comment on column referral_ending.destination is 'Where the family moved to, as it was said.';
comment on column referral_ending.left_on is 'The day the roster says the student left, as it stood when this ended.';
-- What ended before was not asked; it stays as it is.
alter table referral_ending
  add constraint referral_ending_said check (ending not in ('family_choice', 'withdrawn') or (asked_by is not null and channel is not null)) not valid,
  add constraint referral_ending_moved check (ending <> 'moved' or destination is not null or left_on is not null) not valid;
