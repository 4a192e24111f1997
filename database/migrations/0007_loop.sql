-- Path (b): the referral, its warm handoff, appointments, statuses and closing.
create table referral (
  district_id uuid not null references district,
  id uuid not null,
  number int not null,
  student_id uuid not null,
  school_id uuid not null,
  decision_id uuid,
  partner_id uuid,
  navigator_id uuid not null,
  state text not null check (state in ('handoff_open', 'sent', 'received', 'accepted', 'not_accepted', 'scheduled', 'in_service', 'disengaged', 'redirected', 'withdrawn', 'closed')),
  reason_category text not null,
  service_sought text not null,
  modality text not null,
  referred_at timestamptz not null,
  first_referred_at timestamptz not null,
  predecessor_id uuid,
  repeat_of_id uuid,
  high_need boolean not null default false,
  offered_at timestamptz,
  sent_at timestamptz,
  received_at timestamptz,
  accepted_at timestamptz,
  scheduled_at timestamptz,
  intake_completed_at timestamptz,
  first_seen_at timestamptz,
  engaged_at timestamptz,
  ended_at timestamptz,
  next_step text,
  next_due_at timestamptz,
  next_owner text check (next_owner in ('navigator', 'partner', 'lead')),
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, number),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, school_id) references school,
  foreign key (district_id, decision_id) references triage_decision,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, navigator_id) references person,
  foreign key (district_id, predecessor_id) references referral,
  foreign key (district_id, repeat_of_id) references referral,
  check ((ended_at is null) = (next_step is not null)),
  check ((next_step is null) = (next_due_at is null) and (next_step is null) = (next_owner is null))
);
comment on table referral is 'A request an agency answers, from triage decision to a confirmed end. Holds nothing a partner may not read once it was sent.';
comment on column referral.district_id is 'Tenant.';
comment on column referral.id is 'UUIDv7 made by the application.';
comment on column referral.number is 'The number people say on the phone.';
comment on column referral.student_id is 'The student.';
comment on column referral.school_id is 'The school.';
comment on column referral.decision_id is 'The decision that opened it; a redirect keeps the first one; null for a partner''s further referral.';
comment on column referral.partner_id is 'The agency it goes to; null until one is chosen.';
comment on column referral.navigator_id is 'The navigator who owns it.';
comment on column referral.state is 'Where it is on its way; moved by acts only.';
comment on column referral.reason_category is 'Main reason, from the standard list.';
comment on column referral.service_sought is 'What is asked for.';
comment on column referral.modality is 'How the family wants it.';
comment on column referral.referred_at is 'When this referral was opened.';
comment on column referral.first_referred_at is 'When the first of its chain was opened: time to care counts from here.';
comment on column referral.predecessor_id is 'The referral it was redirected from.';
comment on column referral.repeat_of_id is 'An earlier referral for the same need.';
comment on column referral.high_need is 'Met a high-need criterion when it was opened.';
comment on column referral.offered_at is 'When the family was offered the service, whatever it answered.';
comment on column referral.sent_at is 'When the packet left; the agency sees nothing before.';
comment on column referral.received_at is 'When the agency confirmed receipt.';
comment on column referral.accepted_at is 'When the agency accepted.';
comment on column referral.scheduled_at is 'When the first appointment was booked.';
comment on column referral.intake_completed_at is 'When the intake was held.';
comment on column referral.first_seen_at is 'When the first meaningful appointment was held: assessment or treatment, not paperwork.';
comment on column referral.engaged_at is 'When the one-month question was answered yes.';
comment on column referral.ended_at is 'When it was redirected, withdrawn or closed.';
comment on column referral.next_step is 'The one thing owed now.';
comment on column referral.next_due_at is 'By when.';
comment on column referral.next_owner is 'Whose turn it is.';
comment on column referral.version is 'Raised at each change; a stale change is refused.';
create index referral_by_school on referral (district_id, school_id, next_due_at, id) where ended_at is null;
create index referral_by_navigator on referral (district_id, navigator_id, next_due_at, id) where ended_at is null;
create index referral_by_due on referral (district_id, next_due_at, id) where ended_at is null;
create index referral_by_partner on referral (district_id, partner_id, next_due_at, id) where ended_at is null and sent_at is not null;
create index referral_by_student on referral (district_id, student_id, referred_at);
select house.wall('referral', 'school and partner once sent'), house.may('referral', 'change'), house.traced('referral');

create table referral_counter (
  district_id uuid primary key references district,
  last_number int not null
);
comment on table referral_counter is 'The last referral number given out.';
comment on column referral_counter.district_id is 'Tenant.';
comment on column referral_counter.last_number is 'The last one.';
select house.wall('referral_counter', 'open'), house.may('referral_counter', 'change');

create table referral_status (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid,
  status text not null check (status in ('received', 'accepted', 'not_accepted', 'scheduled', 'first_appointment_completed', 'ongoing_engagement', 'disengaged', 'redirected')),
  answer boolean,
  reason text,
  source text not null check (source in ('partner', 'school_confirmed', 'family_reported')),
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, entered_by) references person
);
comment on table referral_status is 'The closed status vocabulary, append-only: what happened, when, entered by whom and when.';
comment on column referral_status.district_id is 'Tenant.';
comment on column referral_status.id is 'UUIDv7 made by the application.';
comment on column referral_status.referral_id is 'The referral.';
comment on column referral_status.student_id is 'The student.';
comment on column referral_status.partner_id is 'The agency it speaks of.';
comment on column referral_status.status is 'One of the closed list.';
comment on column referral_status.answer is 'Yes or no, for ongoing engagement.';
comment on column referral_status.reason is 'A coded reason, for not accepted, disengaged and redirected.';
comment on column referral_status.source is 'Who says so: the partner, the school with the partner on the phone, or the family.';
comment on column referral_status.happened_at is 'When it happened.';
comment on column referral_status.entered_at is 'When it was entered.';
comment on column referral_status.entered_by is 'Who entered it.';
create index referral_status_by_referral on referral_status (district_id, referral_id, entered_at);
select house.wall('referral_status', 'school and partner'), house.may('referral_status', 'add'), house.traced('referral_status', 'referral_id');

create table packet (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  consent_id uuid not null,
  route_id uuid not null,
  content jsonb not null,
  content_hash bytea not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, referral_id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, consent_id) references consent,
  foreign key (district_id, route_id) references intake_route,
  foreign key (district_id, sent_by) references person
);
comment on table packet is 'The exact packet that was sent: what the agency knows of the student.';
comment on column packet.district_id is 'Tenant.';
comment on column packet.id is 'UUIDv7 made by the application.';
comment on column packet.referral_id is 'The referral.';
comment on column packet.student_id is 'The student.';
comment on column packet.partner_id is 'The recipient.';
comment on column packet.consent_id is 'The consent it relied on.';
comment on column packet.route_id is 'The route it left through.';
comment on column packet.content is 'Item to text, as sent.';
comment on column packet.content_hash is 'SHA-256 of the content.';
comment on column packet.sent_by is 'Who sent it.';
comment on column packet.sent_at is 'When: after the consent.';
select house.wall('packet', 'school and partner'), house.may('packet', 'add'), house.traced('packet', 'referral_id');

create table safety_signal (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  signal text not null check (signal in ('risk_changed', 'call_today', 'safety_plan_exists')),
  posted_by uuid not null,
  posted_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, posted_by) references person,
  foreign key (district_id, acknowledged_by) references person
);
comment on table safety_signal is 'One of three words an agency may say to the lead when the family agreed.';
comment on column safety_signal.district_id is 'Tenant.';
comment on column safety_signal.id is 'UUIDv7 made by the application.';
comment on column safety_signal.referral_id is 'The referral.';
comment on column safety_signal.student_id is 'The student.';
comment on column safety_signal.partner_id is 'The agency.';
comment on column safety_signal.signal is 'One of the closed list.';
comment on column safety_signal.posted_by is 'Who posted it.';
comment on column safety_signal.posted_at is 'When.';
comment on column safety_signal.acknowledged_by is 'Who at school took it up.';
comment on column safety_signal.acknowledged_at is 'When.';
select house.wall('safety_signal', 'school and partner'), house.may('safety_signal', 'change'), house.traced('safety_signal', 'referral_id');

create table referral_ending (
  district_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid,
  ending text not null check (ending in ('connected', 'alternative_plan', 'family_choice', 'moved', 'redirected', 'withdrawn')),
  attributed_to text check (attributed_to in ('family_choice', 'service_could_not_accept', 'intake_barrier')),
  reason text,
  plan text,
  exit_criterion text,
  step_down text,
  signed_off_by uuid,
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (district_id, referral_id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, signed_off_by) references person,
  foreign key (district_id, ended_by) references person,
  check (ending <> 'alternative_plan' or plan is not null),
  check (ending in ('connected', 'redirected') or attributed_to is not null or ending = 'moved')
);
comment on table referral_ending is 'How a referral ended, with the proof its ending needs.';
comment on column referral_ending.district_id is 'Tenant.';
comment on column referral_ending.referral_id is 'The referral.';
comment on column referral_ending.student_id is 'The student.';
comment on column referral_ending.partner_id is 'The agency.';
comment on column referral_ending.ending is 'Connected, another plan, family choice, moved, redirected or withdrawn.';
comment on column referral_ending.attributed_to is 'What a non-connection came from. Never the family''s fault.';
comment on column referral_ending.reason is 'Coded reason or barrier.';
comment on column referral_ending.plan is 'The written alternative plan.';
comment on column referral_ending.exit_criterion is 'The exit criterion that was met.';
comment on column referral_ending.step_down is 'The step-down or maintenance plan.';
comment on column referral_ending.signed_off_by is 'The designated lead who signed off a high-need ending without connection.';
comment on column referral_ending.ended_by is 'Who closed it.';
comment on column referral_ending.ended_at is 'When.';
select house.wall('referral_ending', 'school and partner'), house.may('referral_ending', 'add'), house.traced('referral_ending', 'referral_id');

create table school_feedback (
  district_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid,
  sufficient boolean not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  id uuid not null,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, confirmed_by) references person
);
comment on table school_feedback is 'The third confirmation: does the school know enough for continuity?';
comment on column school_feedback.district_id is 'Tenant.';
comment on column school_feedback.referral_id is 'The referral.';
comment on column school_feedback.student_id is 'The student.';
comment on column school_feedback.partner_id is 'The agency it speaks of, so that the wall stands on this row too.';
comment on column school_feedback.sufficient is 'Yes or no.';
comment on column school_feedback.confirmed_by is 'Who at school says so.';
comment on column school_feedback.confirmed_at is 'When.';
comment on column school_feedback.id is 'UUIDv7 made by the application.';
create index school_feedback_by_referral on school_feedback (district_id, referral_id, confirmed_at);
select house.wall('school_feedback', 'school and partner'), house.may('school_feedback', 'add'), house.traced('school_feedback', 'referral_id');

create table handoff (
  district_id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  navigator_id uuid not null,
  state text not null check (state in ('open', 'complete', 'excepted', 'ended')),
  opened_at timestamptz not null,
  due_at timestamptz not null,
  due_standard jsonb not null,
  high_need_criteria text[] not null default '{}',
  first_attempt_at timestamptz,
  point_service_at timestamptz,
  point_intake_at timestamptz,
  point_information_at timestamptz,
  point_choices_at timestamptz,
  conversation_at timestamptz,
  conversation_mode text check (conversation_mode in ('in_person', 'phone', 'video')),
  caregiver_id uuid,
  conversation_language text,
  interpreter text,
  student_took_part boolean,
  student_absence_reason text,
  caregiver_present_at_send boolean,
  caregiver_absence_reason text,
  receipt_by text,
  receipt_at timestamptz,
  transport text check (transport in ('own_car', 'school_ride', 'bus', 'brought', 'walk', 'online', 'unsettled')),
  accompanied_by text,
  conflicts text[],
  interpreter_booked boolean,
  logistics_at timestamptz,
  plan_language text,
  plan_delivery text[],
  plan_given_at timestamptz,
  completed_at timestamptz,
  miss_reason text,
  exception_reason text,
  version int not null default 1,
  primary key (district_id, referral_id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, navigator_id) references person,
  foreign key (district_id, caregiver_id) references caregiver,
  check (state <> 'complete' or (completed_at is not null and conversation_at is not null and receipt_at is not null
    and plan_given_at is not null and logistics_at is not null))
);
comment on table handoff is 'The warm handoff of one referral: what was said, agreed, sent, confirmed and given. A phone number cannot complete it.';
comment on column handoff.district_id is 'Tenant.';
comment on column handoff.referral_id is 'The referral.';
comment on column handoff.student_id is 'The student.';
comment on column handoff.navigator_id is 'Who makes it.';
comment on column handoff.state is 'Open, complete, ended by a documented exception, or ended by the family''s choice.';
comment on column handoff.opened_at is 'The triage decision: the same-day clock starts here.';
comment on column handoff.due_at is 'By when it is to be complete.';
comment on column handoff.due_standard is 'The time standard and version the due time came from.';
comment on column handoff.high_need_criteria is 'Which high-need criteria were met when the referral was opened.';
comment on column handoff.first_attempt_at is 'First attempt to reach the family.';
comment on column handoff.point_service_at is 'Told what the service is.';
comment on column handoff.point_intake_at is 'Told what happens at the first visit.';
comment on column handoff.point_information_at is 'Told what the agency will ask.';
comment on column handoff.point_choices_at is 'Told what choices the family has.';
comment on column handoff.conversation_at is 'When the conversation was complete.';
comment on column handoff.conversation_mode is 'In person, by phone or by video.';
comment on column handoff.caregiver_id is 'Whom it was held with.';
comment on column handoff.conversation_language is 'BCP 47 tag.';
comment on column handoff.interpreter is 'Interpreter who took part.';
comment on column handoff.student_took_part is 'Whether the student took part.';
comment on column handoff.student_absence_reason is 'Coded reason when not.';
comment on column handoff.caregiver_present_at_send is 'Whether the caregiver was there when it was sent.';
comment on column handoff.caregiver_absence_reason is 'Coded exception when not.';
comment on column handoff.receipt_by is 'Who at the agency confirmed receipt.';
comment on column handoff.receipt_at is 'When receipt was confirmed.';
comment on column handoff.transport is 'How the family gets there.';
comment on column handoff.accompanied_by is 'Who goes along.';
comment on column handoff.conflicts is 'What stands in the way, from the barrier categories.';
comment on column handoff.interpreter_booked is 'Whether an interpreter is booked, where one is needed.';
comment on column handoff.logistics_at is 'When logistics were settled.';
comment on column handoff.plan_language is 'Language of the family plan.';
comment on column handoff.plan_delivery is 'How it was given: paper, email, text_link, read_aloud.';
comment on column handoff.plan_given_at is 'When it was given.';
comment on column handoff.completed_at is 'When the handoff was complete.';
comment on column handoff.miss_reason is 'Why the same-day standard was missed, from the standard list.';
comment on column handoff.exception_reason is 'Why it ended without being complete.';
comment on column handoff.version is 'Raised at each change; a stale change is refused.';
select house.wall('handoff', 'school'), house.may('handoff', 'change'), house.traced('handoff', 'referral_id');

create table contact_attempt (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  caregiver_id uuid,
  mode text not null check (mode in ('phone', 'text', 'email', 'in_person', 'video', 'letter')),
  language text not null,
  interpreter text,
  result text not null,
  next_attempt_at timestamptz,
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, caregiver_id) references caregiver,
  foreign key (district_id, entered_by) references person
);
comment on table contact_attempt is 'Each time somebody tried to reach the family, so that nobody asks twice.';
comment on column contact_attempt.district_id is 'Tenant.';
comment on column contact_attempt.id is 'UUIDv7 made by the application.';
comment on column contact_attempt.referral_id is 'The referral.';
comment on column contact_attempt.student_id is 'The student.';
comment on column contact_attempt.caregiver_id is 'Whom.';
comment on column contact_attempt.mode is 'How.';
comment on column contact_attempt.language is 'BCP 47 tag.';
comment on column contact_attempt.interpreter is 'Interpreter who took part.';
comment on column contact_attempt.result is 'What came of it, from the standard list.';
comment on column contact_attempt.next_attempt_at is 'When to try again.';
comment on column contact_attempt.happened_at is 'When it happened.';
comment on column contact_attempt.entered_at is 'When it was entered.';
comment on column contact_attempt.entered_by is 'Who tried.';
create index contact_attempt_by_referral on contact_attempt (district_id, referral_id, happened_at);
select house.wall('contact_attempt', 'school'), house.may('contact_attempt', 'add'), house.traced('contact_attempt', 'referral_id');

create table correction (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  field text not null,
  was text not null,
  became text not null,
  reason text not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, corrected_by) references person
);
comment on table correction is 'A time or fact of a handoff that was put right: both values, by whom and why.';
comment on column correction.district_id is 'Tenant.';
comment on column correction.id is 'UUIDv7 made by the application.';
comment on column correction.referral_id is 'The referral.';
comment on column correction.student_id is 'The student.';
comment on column correction.field is 'What was corrected.';
comment on column correction.was is 'The value before.';
comment on column correction.became is 'The value after.';
comment on column correction.reason is 'Why.';
comment on column correction.corrected_by is 'Who.';
comment on column correction.corrected_at is 'When.';
select house.wall('correction', 'school'), house.may('correction', 'add'), house.traced('correction', 'referral_id');

create table appointment (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('intake', 'assessment', 'first_treatment', 'follow_up')),
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 480),
  place text not null,
  modality text not null check (modality in ('in_person', 'telehealth', 'home', 'on_campus')),
  with_whom text,
  flexible text[] not null default '{}',
  late_reason text,
  booked_by uuid not null,
  booked_at timestamptz not null,
  result text check (result in ('attended', 'no_show', 'cancelled_by_family', 'cancelled_by_provider', 'rescheduled')),
  result_at timestamptz,
  result_by uuid,
  replaces_id uuid,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, booked_by) references person,
  foreign key (district_id, result_by) references person,
  foreign key (district_id, replaces_id) references appointment
);
comment on table appointment is 'One appointment and its one result. A missed one stays missed when another is booked.';
comment on column appointment.district_id is 'Tenant.';
comment on column appointment.id is 'UUIDv7 made by the application.';
comment on column appointment.referral_id is 'The referral.';
comment on column appointment.student_id is 'The student.';
comment on column appointment.partner_id is 'The agency.';
comment on column appointment.kind is 'Intake, assessment, first treatment or follow-up.';
comment on column appointment.starts_at is 'When it starts.';
comment on column appointment.minutes is 'How long it takes.';
comment on column appointment.place is 'Where, or which link.';
comment on column appointment.modality is 'In person, telehealth, at home or on campus.';
comment on column appointment.with_whom is 'Whom the family meets.';
comment on column appointment.flexible is 'Options offered: after_hours, weekend, telehealth, home, on_campus.';
comment on column appointment.late_reason is 'Why it lies after the same-week date, from the standard list.';
comment on column appointment.booked_by is 'Who booked it.';
comment on column appointment.booked_at is 'When it was booked.';
comment on column appointment.result is 'What came of it.';
comment on column appointment.result_at is 'When the result was entered.';
comment on column appointment.result_by is 'Who entered the result.';
comment on column appointment.replaces_id is 'The appointment it was rebooked from.';
create index appointment_by_referral on appointment (district_id, referral_id, starts_at);
create index appointment_by_partner on appointment (district_id, partner_id, starts_at) where result is null;
create index appointment_by_student on appointment (district_id, student_id, starts_at) where result is null;
select house.wall('appointment', 'school and partner'), house.may('appointment', 'change'), house.traced('appointment', 'referral_id');

create table barrier (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  category text not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  action text,
  result text,
  resolved_by uuid,
  resolved_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, opened_by) references person,
  foreign key (district_id, resolved_by) references person,
  check (resolved_at is null or (action is not null and result is not null))
);
comment on table barrier is 'What stands between a family and a visit, what was done about it and what came of it.';
comment on column barrier.district_id is 'Tenant.';
comment on column barrier.id is 'UUIDv7 made by the application.';
comment on column barrier.referral_id is 'The referral.';
comment on column barrier.student_id is 'The student.';
comment on column barrier.category is 'From the fixed categories.';
comment on column barrier.opened_by is 'Who noticed it.';
comment on column barrier.opened_at is 'When.';
comment on column barrier.action is 'What was done.';
comment on column barrier.result is 'What came of it.';
comment on column barrier.resolved_by is 'Who resolved it.';
comment on column barrier.resolved_at is 'When.';
create index barrier_open on barrier (district_id, referral_id) where resolved_at is null;
select house.wall('barrier', 'school'), house.may('barrier', 'change'), house.traced('barrier', 'referral_id');
alter table consent add foreign key (district_id, referral_id) references referral;
alter table disclosure add foreign key (district_id, referral_id) references referral;
