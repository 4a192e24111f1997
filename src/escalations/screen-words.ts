import { catalog } from '#platform/words.ts'
import type { Acceptance, Cause, Decision, Ending } from './escalation.ts'
import type { EscalationState } from './lifecycle.ts'
import type { Needed } from './rules.ts'

export const causeWords = catalog({
  en: {
    asked: 'Somebody asked for it',
    high_need_intake: 'High need, and no visit is booked',
    not_received: 'The agency has not confirmed receipt',
    not_accepted: 'The agency has not answered',
    not_scheduled: 'No first visit is booked',
    not_seen: 'Booked, and not seen yet',
    silent: 'The agency has gone silent',
  } satisfies Record<Cause, string>,
})
export const acceptanceWords = catalog({
  en: {
    accepting: 'It can take the student',
    waitlist: 'Only on a waiting list',
    not_accepting: 'It cannot take the student',
  } satisfies Record<Acceptance, string>,
})
export const decisionWords = catalog({
  en: {
    continue: 'Go on with this agency',
    other_agency: 'Ask another agency',
    school_support: 'Short support at school for now',
    urgent_community: 'An urgent community option',
  } satisfies Record<Decision, string>,
})
export const endingWords = catalog({
  en: {
    connected: 'The family is connected',
    other_plan: 'Another plan stands',
  } satisfies Record<Ending, string>,
})
export const stateWords = catalog({
  en: {
    open: 'Waits for a lead',
    taken: 'A lead has it',
    decided: 'Decided, still open',
    closed: 'Closed',
  } satisfies Record<EscalationState, string>,
})
export const neededWords = catalog({
  en: {
    family: 'Find out from the family, or the student who agreed alone, what is in the way',
    capacity: 'Confirm whether the agency has room',
    decision: 'Decide how it goes on',
  } satisfies Record<Needed, string>,
})

/** Words of the page of figures. */
export const figureWords = catalog({
  en: {
    title: 'Stalled loops in figures',
    lead: 'How many loops had to be escalated, what became of them, and how long that took.',
    too_few:
      'Held back: some of the numbers are under {fewest}, and small numbers could say who it is about.',
    opened: '{count, plural, one {# loop} other {# loops}} had to be escalated.',
    took: 'From opening to closing, the one in the middle: {days}.',
    days: '{days, plural, one {# day} other {# days}}',
    none_closed: 'none is closed yet',
    see_open: '{count} open now',
    see_closed: '{count} closed',
    by_cause: 'By what stalled',
    cause: 'What stalled',
    head_opened: 'Escalated',
    head_connected: 'Closed: connected',
    head_plan: 'Closed: another plan',
    head_open: 'Open',
    head_days: 'Time to close, middle',
  },
})

export const escalationWords = catalog({
  en: {
    title: 'Stalled loops',
    figures: 'In figures',
    lead: 'Families who do not get through. Each stays here until the family is connected or another plan stands.',
    states: 'Which ones',
    open: 'Open',
    closed: 'Closed',
    late: '{count, plural, one {For # of them something is late.} other {For # of them something is late.}}',
    nothing_open: 'No loop has stalled.',
    nothing_closed: 'None has been closed yet.',
    nothing_note: 'A loop that stalls opens here by itself, and the lead is told.',
    student: 'Student',
    why: 'What stalled',
    who: 'Who has it',
    owed: 'Owed by',
    ended: 'How it ended',
    nobody: 'Nobody yet',
    was_due: 'was due {at}',
    late_since: 'Late since {at}',
    high_need: 'High need',
    number: 'Referral {number}',
    one: 'Stalled loop',
    title_of: 'Stalled loop of {name}',
    opened: 'Opened',
    opened_itself: 'by itself, {at}',
    opened_by: 'at the wish of a colleague, {at}',
    told: 'Told',
    told_line: '{name}, {at}',
    referral: 'Referral',
    seen_on: 'first visit held {at}',
    state: 'State',
    take: 'I have it',
    take_note: 'Then it is yours, and nobody else is told.',
    three: 'Three things come before it is resolved, and it closes only with a connection or another plan.',
    written: 'What was found out and decided',
    nothing_written: 'Nothing has been written down yet.',
    entry_by: '{name}, {at}',
    asked: 'Asked for: {words}',
    reached: 'The family was reached.',
    not_reached: 'The family was not reached.',
    in_the_way: 'In the way: {barriers}.',
    opening_on: 'Room from {day}.',
    decided: 'Decided: {decision}.',
    plan: 'Plan: {words}',
    again: 'Looked at again {day}.',
    open_referral: 'The referral that was opened',
    open_support: 'The support that was opened',
    family_reached: 'Did you reach the family?',
    student_reached: 'Did you talk with the student?',
    alone:
      'The student agreed to this care alone. Talk with the student. Do not contact a caregiver about it.',
    student_talked: 'The student was talked with.',
    student_not_talked: 'The student was not reached.',
    yes: 'Yes',
    no: 'No',
    barriers: 'What is in the way',
    barriers_hint: 'Mark everything that applies. It is about circumstances, never about blame.',
    words: 'In your words',
    words_hint: 'Only what the next person has to know. No clinical detail.',
    family_save: 'Keep the contact',
    capacity: 'Can it take this student?',
    capacity_on: 'When has it room?',
    capacity_save: 'Keep the answer',
    decision: 'Decision',
    reason: 'Why this agency cannot',
    partner: 'The next agency',
    partner_hint: 'Left open, it is chosen in the new handoff. The family is asked for consent anew.',
    choose: 'Choose',
    leave_open: 'Leave it open',
    focus: 'What the support works on',
    owner: 'Who gives it',
    entry: 'Entry criterion that is met',
    review: 'Looked at again',
    again_on: 'When do you look at it again?',
    again_hint: 'At the latest {day}.',
    decision_save: 'Decide',
    closing_title: 'Close it',
    closing_note: 'It closes when the family is connected or another plan stands, and in no other way.',
    ending: 'How it ends',
    ending_connected: 'A visit was held, or the agency says that care goes on.',
    ending_never_seen: 'No first visit was held yet.',
    ending_nothing_since: 'No visit since this opened, and no word of the agency.',
    plan_words: 'The plan',
    plan_hint: 'What happens now, and who does it.',
    plan_again: 'When is the plan looked at?',
    closing_save: 'Close',
    risk: 'If you learn that risk has risen, start a crisis: what was promised here goes on.',
    crisis: 'Start a crisis',
    crumb: 'Stalled loops',
    ask_title: 'Ask the lead',
    ask_note: 'A lead is told now, whatever the clocks say.',
    ask_words: 'What does not move?',
    ask_save: 'Ask the lead',
  },
})
