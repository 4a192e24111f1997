-- What leaves the house for one person. A row stands in the transaction of what it follows from; whether it is still needed,
-- whether it may be sent now, to which address and with which words is worked out when it is sent. No row holds words.
create table message (
  district_id uuid not null references district,
  id uuid not null,
  kind text not null check (kind in ('alert', 'digest', 'reminder')),
  cause text not null,
  person_id uuid,
  caregiver_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  dedupe_key text not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  next_at timestamptz,
  tries int not null default 0 check (tries >= 0),
  refusals int not null default 0 check (refusals >= 0),
  trying_since timestamptz,
  channel text check (channel in ('email', 'text')),
  sent_at timestamptz,
  delivered_at timestamptz,
  undelivered_told_at timestamptz,
  ended_at timestamptz,
  ending text check (ending in ('sent', 'not_needed', 'too_late', 'set_apart', 'no_address', 'no_language', 'not_agreed',
    'do_not_contact', 'call_only', 'hours_in_words', 'kept_away', 'student_alone', 'stopped', 'not_neutral')),
  primary key (district_id, id),
  unique (district_id, dedupe_key),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, caregiver_id) references caregiver (district_id, id),
  check ((person_id is null) <> (caregiver_id is null)),
  check ((ended_at is null) = (ending is null)),
  check ((ended_at is null) = (next_at is not null)),
  check ((sent_at is null) = (coalesce(ending, '') <> 'sent'))
);
comment on table message is 'Something that leaves the house for one person: ids and codes, and no words.';
comment on column message.district_id is 'Tenant.';
comment on column message.id is 'UUIDv7 made by the application; a mail carries it as its own id.';
comment on column message.kind is 'An alert that waits for an answer, the digest of a day, or a reminder for a family.';
comment on column message.cause is 'What it follows from, as a code: the kind of news, the day, or a visit.';
comment on column message.person_id is 'Whom it is for, where they sign in.';
comment on column message.caregiver_id is 'Whom it is for, where it is one of the family.';
comment on column message.subject_type is 'What kind of record it is about.';
comment on column message.subject_id is 'Which one.';
comment on column message.dedupe_key is 'The same occasion twice is one message.';
comment on column message.made_at is 'When it was made.';
comment on column message.due_at is 'From when it was to go out.';
comment on column message.next_at is 'When it is looked at next; null once it has ended.';
comment on column message.tries is 'How often it was handed over, or was to be.';
comment on column message.refusals is 'How often it was refused for what it is.';
comment on column message.trying_since is 'Since when somebody is handing it over.';
comment on column message.channel is 'By which way it went last.';
comment on column message.sent_at is 'When it was taken.';
comment on column message.delivered_at is 'When the gateway said that it arrived.';
comment on column message.undelivered_told_at is 'When whoever owns the work was told that it did not arrive.';
comment on column message.ended_at is 'When it ended.';
comment on column message.ending is 'How it ended: sent, or why it was not.';
create index message_by_next on message (district_id, next_at) where ended_at is null;
create index message_by_made on message (district_id, made_at desc);
create index message_by_subject on message (district_id, subject_id);
create index message_by_caregiver on message (district_id, caregiver_id, made_at) where caregiver_id is not null;
create index message_by_person on message (district_id, person_id, made_at) where person_id is not null;
select house.wall('message', 'school'), house.may('message', 'change'), house.traced('message');

create table message_try (
  district_id uuid not null references district,
  id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  channel text not null check (channel in ('email', 'text')),
  outcome text not null check (outcome in ('taken', 'refused', 'away', 'unknown', 'delivered', 'failed')),
  code text,
  gateway_id text,
  primary key (district_id, id),
  foreign key (district_id, message_id) references message (district_id, id)
);
comment on table message_try is 'What came of handing a message over, and what was heard of it later. Never edited.';
comment on column message_try.district_id is 'Tenant.';
comment on column message_try.id is 'UUIDv7 made by the application.';
comment on column message_try.message_id is 'The message.';
comment on column message_try.at is 'When.';
comment on column message_try.channel is 'By which way.';
comment on column message_try.outcome is 'Taken, refused for what it is, nobody there, not known; then arrived, or not.';
comment on column message_try.code is 'The code of the mail server or the gateway.';
comment on column message_try.gateway_id is 'What the gateway calls it.';
create index message_try_by_message on message_try (district_id, message_id, at);
select house.wall('message_try', 'school'), house.may('message_try', 'add'), house.traced('message_try', 'message_id');

create table message_choice (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid,
  caregiver_id uuid,
  email boolean not null,
  text boolean not null,
  digest boolean not null,
  with_time boolean not null,
  hours_from text check (hours_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  hours_until text check (hours_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  paused_until timestamptz,
  pause_reason text check (pause_reason in ('family_asked', 'safety', 'away', 'own_choice')),
  changed_by uuid not null,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, caregiver_id) references caregiver (district_id, id),
  foreign key (district_id, changed_by) references person (district_id, id),
  check (id = coalesce(person_id, caregiver_id)),
  check (person_id is null or caregiver_id is null),
  check ((hours_from is null) = (hours_until is null)),
  check ((paused_until is null) = (pause_reason is null))
);
comment on table message_choice is 'How somebody takes messages: what they agreed to, when they may be reached, and until when nothing goes out.';
comment on column message_choice.district_id is 'Tenant.';
comment on column message_choice.id is 'The id of whoever it is about: there is one for each.';
comment on column message_choice.person_id is 'Somebody who signs in.';
comment on column message_choice.caregiver_id is 'One of a family.';
comment on column message_choice.email is 'Whether mail may be sent.';
comment on column message_choice.text is 'Whether texts may be sent.';
comment on column message_choice.digest is 'Whether a digest is sent each day something waits.';
comment on column message_choice.with_time is 'Whether a reminder may say the day and the time.';
comment on column message_choice.hours_from is 'From when on a day they may be reached, on the district''s clock; null: as the district says.';
comment on column message_choice.hours_until is 'Until when.';
comment on column message_choice.paused_until is 'Until when nothing is sent.';
comment on column message_choice.pause_reason is 'Why, as a code.';
comment on column message_choice.changed_by is 'Who wrote it down.';
comment on column message_choice.changed_at is 'When.';
comment on column message_choice.version is 'Raised at each change; a stale change is refused.';
select house.wall('message_choice', 'own news'), house.may('message_choice', 'change'), house.traced('message_choice');

create table text_stop (
  district_id uuid not null references district,
  id uuid not null,
  mark text not null,
  stopped boolean not null,
  at timestamptz not null,
  primary key (district_id, id)
);
comment on table text_stop is 'Somebody answered STOP to a text, or START again: the latest holds. Never edited.';
comment on column text_stop.district_id is 'Tenant.';
comment on column text_stop.id is 'UUIDv7 made by the application.';
comment on column text_stop.mark is 'A mark of the number that nobody can read back.';
comment on column text_stop.stopped is 'Whether no text may be sent any more.';
comment on column text_stop.at is 'When.';
create index text_stop_by_mark on text_stop (district_id, mark, at desc);
select house.wall('text_stop', 'school'), house.may('text_stop', 'add'), house.traced('text_stop');

-- Visits that come up are looked for by when they begin.
create index appointment_by_start on appointment (district_id, starts_at) where result is null;

-- When messages go out is a standard of the district. Districts that are there begin with what ships. The owner passes the
-- wall and the guard for this one statement, and it applies from when the model itself began.
alter table standard no force row level security;
alter table standard disable trigger leaves_a_trace;
insert into standard (district_id, id, kind, version, in_force_from, body, sample, decision, published_at)
select m.district_id,
  (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || substr(md5('messages' || m.district_id::text), 1, 3)
    || '8' || substr(md5('messages' || m.district_id::text), 4, 15))::uuid,
  'message_rules', 1, m.began, '{"quietFrom": "20:00", "quietUntil": "08:00", "digestAt": "07:00", "familyPerWeek": 3,
    "remindHoursBefore": 24, "triesRefused": 3, "tellAfterMinutes": 10, "tryForHours": 72}'::jsonb, false,
  'Shipped with Throughline', now()
from (select district_id, min(in_force_from) as began from standard group by 1) m;
alter table standard enable trigger leaves_a_trace;
alter table standard force row level security;
