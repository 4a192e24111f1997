-- A family is reminded of a visit: the action comes with the booking, and each try is a row of its own. Whether a reminder
-- is still owed is not kept: it follows from the visit, which may have a result, and from the tries.
create table appointment_reminder (
  district_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  due_at timestamptz not null,
  due_standard jsonb not null,
  planned_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, appointment_id),
  foreign key (district_id, appointment_id) references appointment,
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner
);
comment on table appointment_reminder is 'A family is to be reminded of a visit. Made with the visit; off once the visit has a result.';
comment on column appointment_reminder.district_id is 'Tenant.';
comment on column appointment_reminder.id is 'UUIDv7 made by the application.';
comment on column appointment_reminder.appointment_id is 'The visit.';
comment on column appointment_reminder.referral_id is 'The referral.';
comment on column appointment_reminder.student_id is 'The student.';
comment on column appointment_reminder.partner_id is 'The agency of the visit: it puts a reminder in when it books, and reads none.';
comment on column appointment_reminder.due_at is 'By when the family is to be reminded.';
comment on column appointment_reminder.due_standard is 'The time standard and version the due time came from.';
comment on column appointment_reminder.planned_at is 'When the visit was booked, and the reminder with it.';
create index appointment_reminder_by_referral on appointment_reminder (district_id, referral_id);

-- Visits that were booked before and are still to come are reminded of a day ahead.
alter table appointment no force row level security;
insert into appointment_reminder (district_id, id, appointment_id, referral_id, student_id, partner_id, due_at, due_standard, planned_at)
select district_id, uuidv7(), id, referral_id, student_id, partner_id, greatest(starts_at - interval '1 day', booked_at),
  '{"clock": "visit_reminder", "unit": "calendar_days", "amount": 1, "version": 1}', booked_at
from appointment where result is null and starts_at > now();
alter table appointment force row level security;

-- An agency that books a visit puts the reminder of its own family in, and cannot read it: how the school reaches a family
-- is the school's.
select house.wall('appointment_reminder', 'school'), house.may('appointment_reminder', 'add'),
  house.traced('appointment_reminder', 'referral_id');
alter policy wall on appointment_reminder with check (
  district_id = nullif(current_setting('app.district_id', true), '')::uuid
  and (current_setting('app.side', true) in ('school', 'system')
    or (current_setting('app.side', true) = 'partner' and partner_id = nullif(current_setting('app.partner_id', true), '')::uuid)));

create table reminder_attempt (
  district_id uuid not null,
  id uuid not null,
  reminder_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  reached text not null check (reached in ('caregiver', 'student')),
  caregiver_id uuid,
  channel text not null check (channel in ('phone', 'text', 'email', 'in_person', 'letter')),
  language text not null,
  outcome text not null check (outcome in ('delivered', 'not_delivered')),
  reply text check (reply in ('confirmed', 'asks_to_reschedule', 'cannot_come', 'no_reply')),
  source text not null check (source in ('staff', 'system')),
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (district_id, id),
  foreign key (district_id, reminder_id) references appointment_reminder,
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, caregiver_id) references caregiver,
  foreign key (district_id, entered_by) references person,
  check ((outcome = 'delivered') = (reply is not null)),
  check ((source = 'staff') = (entered_by is not null)),
  check (reached = 'caregiver' or caregiver_id is null)
);
comment on table reminder_attempt is 'Each try to remind a family of a visit: how, in which language, whether it arrived, and what they replied. Codes alone.';
comment on column reminder_attempt.district_id is 'Tenant.';
comment on column reminder_attempt.id is 'UUIDv7 made by the application.';
comment on column reminder_attempt.reminder_id is 'The reminder.';
comment on column reminder_attempt.referral_id is 'The referral.';
comment on column reminder_attempt.student_id is 'The student.';
comment on column reminder_attempt.reached is 'To whom it went: a caregiver, or the student.';
comment on column reminder_attempt.caregiver_id is 'Which caregiver; null for the student.';
comment on column reminder_attempt.channel is 'How.';
comment on column reminder_attempt.language is 'BCP 47 tag.';
comment on column reminder_attempt.outcome is 'Whether it arrived. One that did not leaves the reminder owed.';
comment on column reminder_attempt.reply is 'What they replied; null when it did not arrive.';
comment on column reminder_attempt.source is 'Whether somebody at school says so, or the sending of messages.';
comment on column reminder_attempt.happened_at is 'When it happened.';
comment on column reminder_attempt.entered_at is 'When it was entered.';
comment on column reminder_attempt.entered_by is 'Who entered it; null for the sending of messages.';
create index reminder_attempt_by_reminder on reminder_attempt (district_id, reminder_id, happened_at);
create index reminder_attempt_by_referral on reminder_attempt (district_id, referral_id);
select house.wall('reminder_attempt', 'school'), house.may('reminder_attempt', 'add'),
  house.traced('reminder_attempt', 'referral_id');

-- What is owed next follows from it, whoever moves the referral: so it stands with the visit, as a moment and nothing else.
alter table appointment add column move_asked_at timestamptz;
comment on column appointment.move_asked_at is 'When the family said that this time does not suit, before it was held or moved.';

-- What stood in the way of a visit is found from the visit.
alter table barrier add column appointment_id uuid;
alter table barrier add foreign key (district_id, appointment_id) references appointment;
comment on column barrier.appointment_id is 'The visit it stood in the way of, where it was noted about one.';
create index barrier_by_appointment on barrier (district_id, appointment_id) where appointment_id is not null;
