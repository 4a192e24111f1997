import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { id, text } from '#platform/given.ts'
import { leastThreat } from '#exceptions/contract.ts'
import { subjectOf } from './incident.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/**
 * What the danger was, to whom, and why it could not wait: the ground on which others were told without
 * consent (34 CFR 99.36). It is written once the student is safe: no call waits for it, and the record does
 * not close without it [R136].
 */
export const sayDanger = act({
  name: 'crisis/say-danger',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    danger: text(2000, 'Write what the danger was'),
    seen: happened.seen,
  }),
  refusals: stepWords,
  fields: { danger_short: 'danger' },
  async do(unit, { incidentId, danger, seen }) {
    const held = await workOnIncident(unit, incidentId)
    if ([...danger].length < leastThreat) return refused(['danger_short'])
    const draft = { kind: 'danger_said', words: danger } as const
    const entry = await writeEntry(unit, { held, said: { draft }, when: { seen } })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.danger_said', subjectOf(held.incident))
    return done({ incidentId })
  },
})
