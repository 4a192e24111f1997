import { catalog } from '#platform/words.ts'
import type { BarriersSaid, MeasuresSaid, VisitSaid } from './review.ts'

export const visitSaidWords = catalog({
  en: {
    confirmed: 'It stands, and the family knows it',
    not_confirmed: 'It is booked, and still to be confirmed',
    none_booked: 'None is booked',
  } satisfies Record<VisitSaid, string>,
})
export const barriersSaidWords = catalog({
  en: {
    none: 'Nothing stands in the way',
    watched: 'What stands in the way is being worked on',
    grown: 'Something new stands in the way',
  } satisfies Record<BarriersSaid, string>,
})
export const measuresSaidWords = catalog({
  en: {
    updated: 'They were brought up to date this week',
    unchanged: 'They stand as they stood',
    not_agreed: 'None are agreed yet',
  } satisfies Record<MeasuresSaid, string>,
})

export const caseWords = catalog({
  en: {
    title: 'Case reviews',
    lead: 'Once a week, across agencies: students on the caseloads of care coordination, within what families agreed to.',
    coordination: 'Care coordination',
    to_tracker: 'The weekly review of open referrals',
    caption: 'By school',
    on_caseload: 'On the caseload',
    not_consented:
      '{count, plural, =0 {Everybody agencies serve here agreed.} one {# more student is not consented.} other {# more students are not consented.}}',
    nobody_on: 'Nobody is on a caseload of these schools.',
    begin_note: 'The list is made now: everybody on these caseloads whom no case review reviewed this week.',
    of: 'Case review of {schools}',
    with_agencies: 'Agencies and next visits',
    none_booked: '{agency}: none booked',
    visit_at: '{agency}: {when}',
    agencies_none: 'The family took back its yes to care coordination.',
    barriers: 'Stands in the way',
    barriers_none: 'Nothing that is known',
    measures: 'Agreed measures',
    measures_none: 'None are agreed yet.',
    measure: '{measure}: {now}',
    measures_open: 'Bring them up to date',
    visit: 'The next visit',
    barriers_said: 'What stands in the way',
    measures_said: 'The agreed measures',
    this_student: 'This student is',
    said_case: 'Next visit: {visit}. In the way: {barriers}. Measures: {measures}.',
    told: 'Each agency named here reads dates, and who does what by when. No other word of the meeting goes there.',
    paper: 'For the table',
    paper_lead: 'Printed {at}. Collect every copy when the meeting ends.',
    decided: 'Decided, by whom, by when',
    parts: 'Case reviews',
    parts_lead: 'What case reviews decided about students you serve, while the family lets you coordinate.',
    parts_none: 'Nothing to read',
    parts_none_note:
      'It shows here when a case review spoke about a student whose family lets you coordinate.',
    week_of: 'Week of {day}',
    student: 'Student',
    number: 'Referral {number}',
    your_visit: 'Your next visit',
    other_visits: 'Visits elsewhere',
    no_visit: 'none booked',
    none: 'none known',
    decision: 'What was decided',
    task: '{what}: {role}, by {day}',
  },
})
