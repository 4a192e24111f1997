import { type Draft, type Entry, incidentRoles } from '#crisis/entry.ts'
import type { Running } from '#crisis/levels.ts'
import { sampleCrisis } from '#standards/shipped-crisis.ts'

let count = 0
export const at = (minute: number) => new Date(Date.UTC(2026, 9, 13, 20, minute))
/** An entry that was written down as it happened. */
export const entry = (draft: Draft, minute = ++count): Entry => ({
  id: String(1000 + minute),
  what: null,
  how: null,
  studentId: null,
  personId: null,
  personName: null,
  words: null,
  items: null,
  answers: null,
  standardId: null,
  aboutId: null,
  enteredBy: 'me',
  enteredByName: null,
  happenedAt: at(minute),
  enteredAt: at(minute),
  ...draft,
})
export const whole: Running['incident'] = {
  state: 'acknowledged',
  studentId: 'x',
  place: 'Gym',
  onPremises: true,
  knownBy: 'staff_saw',
  drillId: null,
}
export const running = (entries: readonly Entry[], incident = whole): Running => ({
  incident,
  entries,
  standard: sampleCrisis,
})
export const run = (level: string, minute?: number) =>
  entry({ kind: 'rubric_run', what: level, answers: {} }, minute)
export const call = (response: string, minute?: number) =>
  entry({ kind: 'response_called', what: response }, minute)
export const came = (about: Entry, what = 'came') =>
  entry({ kind: 'response_result', what, aboutId: about.id })
/** A step that was left out, and what whoever looked at that found; nothing where nobody was asked. */
export const leftOut = (step: string, minute?: number) =>
  entry({ kind: 'step_skipped', what: step, words: 'No time' }, minute)
export const explained = (about: Entry, minute?: number) =>
  entry({ kind: 'departure_explained', words: 'No time', personId: 'helen', aboutId: about.id }, minute)
export const found = (about: Entry, finding = 'was_right', minute?: number) =>
  entry({ kind: 'departure_reviewed', what: finding, words: 'Seen', aboutId: about.id }, minute)
export const writing = (draft: Draft, more: { reason?: string; reviewerId?: string } = {}) => ({
  draft,
  by: 'me',
  ...more,
})

/** Everything an incident needs, with a moderate result and what the tree says for it. */
export function complete(level = 'moderate', response = 'mobile_crisis'): Entry[] {
  const called = call(response)
  return [
    entry({ kind: 'safety_done', what: 'not_alone' }),
    ...incidentRoles.map((role) => entry({ kind: 'role_named', what: role, personId: 'p' })),
    run(level, 1),
    called,
    came(called),
    entry({ kind: 'caregiver_told', what: 'safe_now', how: 'phone', words: 'R. B.' }),
    entry({ kind: 'clinician_told', what: 'none_known' }),
    entry({ kind: 'report_checked' }),
    entry({ kind: 'handed_over', what: 'home_with_caregiver', words: 'R. B.' }),
  ]
}
