import { catalog } from '#platform/words.ts'
import type { LineStep } from './line.ts'

const names = {
  concern: 'Concern',
  decision: 'Decision',
  consent: 'Consent',
  handoff: 'Handoff',
  received: 'Received',
  accepted: 'Accepted',
  scheduled: 'Scheduled',
  seen: 'Seen',
  one_month: 'One month',
  not_accepted: 'Not accepted',
  new_consent: 'New consent',
} as const satisfies Record<LineStep['name'], string>

/** The steps of a line by name, and what is said under them. */
export const lineWords = catalog({
  en: {
    ...names,
    loop_closed: 'Loop closed',
    not_shared: 'not shared',
    family_choice: 'Family choice, {day}',
    ended: 'Ended {day}',
    visit_missed: 'visit missed {day}',
    by: 'by {day}, {time}',
    days_late:
      '{count, plural, =0 {less than a school day late} one {# school day late} other {# school days late}}',
    family_says: 'family says yes, {day}',
    redirected: 'Redirected {day} to {partner}. Every clock still counts from {first}.',
  },
})
