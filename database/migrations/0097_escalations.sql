-- A loop that stalls is noticed by itself: what was due and was not done is kept as a fact, and the person who can move it
-- is told, then whoever stands in. It stays open until the family is connected or another plan stands.
create table standard_breach (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  referral_id uuid not null,
  clock text not null check (clock in
    ('high_need_intake', 'not_received', 'not_accepted', 'not_scheduled', 'not_seen', 'silent')),
  started_at timestamptz not null,
  due_at timestamptz not null,
  standard jsonb not null,
  held_by text not null check (held_by in ('navigator', 'partner', 'lead')),
  person_id uuid,
  partner_id uuid,
  noticed_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, referral_id, clock, started_at),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  check (noticed_at >= due_at)
);
comment on table standard_breach is 'Something that was due by a time standard and was not done. Never edited: a later standard changes nothing of it.';
comment on column standard_breach.district_id is 'Tenant.';
comment on column standard_breach.id is 'UUIDv7 made by the application.';
comment on column standard_breach.student_id is 'The student.';
comment on column standard_breach.school_id is 'The school whose staff reach the record.';
comment on column standard_breach.referral_id is 'The referral whose loop stalled.';
comment on column standard_breach.clock is 'Which clock ran out.';
comment on column standard_breach.started_at is 'Since when it ran.';
comment on column standard_breach.due_at is 'When it was due under the standard of that day.';
comment on column standard_breach.standard is 'The limit that held, with the version it stood in.';
comment on column standard_breach.held_by is 'Who owed the next step at that moment.';
comment on column standard_breach.person_id is 'The person who held it, where it was somebody of the school.';
comment on column standard_breach.partner_id is 'The agency that held it, where it was one.';
comment on column standard_breach.noticed_at is 'When the house noticed.';
select house.wall('standard_breach', 'school'), house.may('standard_breach', 'add'), house.traced('standard_breach');

create table escalation (
  district_id uuid not null references district,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  cause text not null check (cause in
    ('asked', 'high_need_intake', 'not_received', 'not_accepted', 'not_scheduled', 'not_seen', 'silent')),
  high_need boolean not null,
  was_due_at timestamptz,
  state text not null check (state in ('open', 'taken', 'decided', 'closed')),
  opened_at timestamptz not null,
  opened_by uuid,
  taken_by uuid,
  taken_at timestamptz,
  next_due_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  ending text check (ending in ('connected', 'other_plan')),
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, id, student_id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, opened_by) references person (district_id, id),
  foreign key (district_id, taken_by) references person (district_id, id),
  foreign key (district_id, closed_by) references person (district_id, id),
  check ((cause = 'asked') = (opened_by is not null)),
  check ((cause = 'asked') = (was_due_at is null)),
  check ((taken_by is null) = (taken_at is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (ending is null))
);
comment on table escalation is 'A student whose loop stalled, until the family is connected or another plan stands.';
comment on column escalation.district_id is 'Tenant.';
comment on column escalation.id is 'UUIDv7 made by the application.';
comment on column escalation.referral_id is 'The referral that stalled; its successors belong to the same escalation.';
comment on column escalation.student_id is 'The student.';
comment on column escalation.school_id is 'The school: whose lead is told.';
comment on column escalation.cause is 'The clock that ran out first, or that a person asked for it.';
comment on column escalation.high_need is 'Whether the need was high when it opened.';
comment on column escalation.was_due_at is 'What was due by that clock; null where a person asked.';
comment on column escalation.state is 'Open, taken by somebody, decided, closed; moved by acts only.';
comment on column escalation.opened_at is 'When it opened.';
comment on column escalation.opened_by is 'Who asked for it; null where it opened by itself.';
comment on column escalation.taken_by is 'Who has it.';
comment on column escalation.taken_at is 'Since when.';
comment on column escalation.next_due_at is 'By when the next thing is owed: an answer, a decision, or the next look.';
comment on column escalation.closed_at is 'When it was closed.';
comment on column escalation.closed_by is 'Who closed it.';
comment on column escalation.ending is 'Connected, or another plan: nothing else closes it.';
comment on column escalation.version is 'Raised at each change; a stale change is refused.';
create unique index escalation_open on escalation (district_id, referral_id) where closed_at is null;
create index escalation_by_due on escalation (district_id, next_due_at) where closed_at is null;
create index escalation_by_student on escalation (district_id, student_id);
select house.wall('escalation', 'school'), house.may('escalation', 'change'), house.traced('escalation');

create table escalation_alert (
  district_id uuid not null references district,
  escalation_id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  position int not null check (position > 0),
  sent_at timestamptz not null,
  primary key (district_id, escalation_id, person_id),
  foreign key (district_id, escalation_id, student_id) references escalation (district_id, id, student_id),
  foreign key (district_id, person_id) references person (district_id, id)
);
comment on table escalation_alert is 'Who was told that a loop stalled, in the order they were told.';
comment on column escalation_alert.district_id is 'Tenant.';
comment on column escalation_alert.escalation_id is 'The escalation.';
comment on column escalation_alert.student_id is 'The student.';
comment on column escalation_alert.person_id is 'Who was told.';
comment on column escalation_alert.position is '1 for the designated lead, 2 and on for who stands in.';
comment on column escalation_alert.sent_at is 'When.';
select house.wall('escalation_alert', 'school'), house.may('escalation_alert', 'add'),
  house.traced('escalation_alert', 'escalation_id');

create table escalation_entry (
  district_id uuid not null references district,
  id uuid not null,
  escalation_id uuid not null,
  student_id uuid not null,
  kind text not null check (kind in ('asked', 'family', 'capacity', 'decision', 'plan')),
  reached boolean,
  barriers text[],
  acceptance text check (acceptance in ('accepting', 'waitlist', 'not_accepting')),
  next_opening_on date,
  decision text check (decision in ('continue', 'other_agency', 'school_support', 'urgent_community')),
  opened_type text check (opened_type in ('referral', 'brief_support')),
  opened_id uuid,
  again_on date,
  words text,
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (district_id, id),
  foreign key (district_id, escalation_id, student_id) references escalation (district_id, id, student_id),
  foreign key (district_id, written_by) references person (district_id, id),
  check ((kind = 'family') = (reached is not null) and (kind = 'family') = (barriers is not null)),
  check ((kind = 'capacity') = (acceptance is not null)),
  check ((kind = 'decision') = (decision is not null)),
  check ((opened_type is null) = (opened_id is null)),
  check (kind <> 'plan' or (words is not null and again_on is not null)),
  check (kind <> 'asked' or words is not null)
);
comment on table escalation_entry is 'What was found out about a stalled loop, what was decided, and the plan that closed it. Never edited.';
comment on column escalation_entry.district_id is 'Tenant.';
comment on column escalation_entry.id is 'UUIDv7 made by the application.';
comment on column escalation_entry.escalation_id is 'The escalation.';
comment on column escalation_entry.student_id is 'The student.';
comment on column escalation_entry.kind is 'Why somebody asked; the family was contacted; the agency was asked; something was decided; another plan stands.';
comment on column escalation_entry.reached is 'Whether the family was reached.';
comment on column escalation_entry.barriers is 'What is in the way, from the list of the standards.';
comment on column escalation_entry.acceptance is 'What the agency said of itself.';
comment on column escalation_entry.next_opening_on is 'When the agency has room next, where it said so.';
comment on column escalation_entry.decision is 'To go on, or one of three other ways.';
comment on column escalation_entry.opened_type is 'What the decision opened.';
comment on column escalation_entry.opened_id is 'The record it opened.';
comment on column escalation_entry.again_on is 'When somebody looks at it again.';
comment on column escalation_entry.words is 'In words, sealed.';
comment on column escalation_entry.written_at is 'When.';
comment on column escalation_entry.written_by is 'Who wrote it down.';
create index escalation_entry_by_escalation on escalation_entry (district_id, escalation_id, written_at);
select house.wall('escalation_entry', 'school'), house.may('escalation_entry', 'add'),
  house.traced('escalation_entry', 'escalation_id');
select house.sealed('escalation_entry', '{district_id,id,student_id}', '{words}'),
  house.goes_with('referral', 'escalation_entry', 't.student_id = $2', '{words}');

-- Which referrals were looked at, and when the next of their clocks runs out: bookkeeping of the house, and nothing anybody
-- said. A referral that moved, or standards that changed, are looked at anew.
create table stall_watch (
  district_id uuid not null references district,
  referral_id uuid not null,
  student_id uuid not null,
  version int not null,
  revision bigint not null,
  next_at timestamptz,
  primary key (district_id, referral_id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id)
);
comment on table stall_watch is 'When the clocks of an open referral were worked out, and when the next of them runs out.';
comment on column stall_watch.district_id is 'Tenant.';
comment on column stall_watch.referral_id is 'The referral.';
comment on column stall_watch.student_id is 'The student.';
comment on column stall_watch.version is 'The version of the referral that was looked at.';
comment on column stall_watch.revision is 'How often the arrangements of the district had changed.';
comment on column stall_watch.next_at is 'When the next clock runs out; null when none runs.';
select house.wall('stall_watch', 'school'), house.may('stall_watch', 'change');
