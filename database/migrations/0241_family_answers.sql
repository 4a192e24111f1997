-- A family answers on its own page whether a visit suits it. It stands with what was answered to reminders, as theirs.
alter table reminder_attempt drop constraint reminder_attempt_channel_check,
  add constraint reminder_attempt_channel_check check (channel in ('phone', 'text', 'email', 'in_person', 'letter', 'family_page')),
  drop constraint reminder_attempt_source_check,
  add constraint reminder_attempt_source_check check (source in ('staff', 'system', 'family')),
  drop constraint reminder_attempt_check1,
  add constraint reminder_attempt_entered_check check ((source in ('staff', 'family')) = (entered_by is not null)),
  add constraint reminder_attempt_family_check check ((source = 'family') = (channel = 'family_page'));
comment on column reminder_attempt.channel is 'By which way, or on the page of the family.';
comment on column reminder_attempt.source is 'Who says so: staff, the sending of messages, or the family on its own page.';
