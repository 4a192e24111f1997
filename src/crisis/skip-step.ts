import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, text } from '#platform/given.ts'
import { skippableSteps } from './entry.ts'
import { subjectOf } from './incident.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/** A step of the script was left out, and why [R097]. */
export const skipStep = act({
  name: 'crisis/skip-step',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    step: choice(skippableSteps, 'Say which step'),
    why: text(300, 'Say why it was left out'),
    seen: happened.seen,
  }),
  refusals: stepWords,
  async do(unit, { incidentId, step, why, seen }) {
    const held = await workOnIncident(unit, incidentId)
    const draft = { kind: 'step_skipped', what: step, words: why } as const
    const entry = await writeEntry(unit, { held, said: { draft }, when: { seen } })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.step_skipped', subjectOf(held.incident), { step })
    return done({ incidentId })
  },
})
