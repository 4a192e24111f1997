import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, text } from '#platform/given.ts'
import { getsRound } from './departures.ts'
import { skippableSteps } from './entry.ts'
import { namedAt } from './people-at.ts'
import { subjectOf } from './incident.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/**
 * A step of the script was left out, and why [R097]. Leaving out what would get round the tree takes a second
 * person, like every departure [R104].
 */
export const skipStep = act({
  name: 'crisis/skip-step',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    step: choice(skippableSteps, 'Say which step'),
    why: text(300, 'Say why it was left out'),
    reviewerId: id.optional(),
    seen: happened.seen,
  }),
  refusals: stepWords,
  fields: { left_out_alone: 'reviewerId', reviewer_is_you: 'reviewerId' },
  async do(unit, { incidentId, step, why, reviewerId: asked, seen }) {
    const held = await workOnIncident(unit, incidentId)
    const named = await namedAt(unit, held.incident, asked)
    const second = getsRound(held, step) ? named : null
    const draft = { kind: 'step_skipped', what: step, words: why } as const
    const said = second === null ? { draft } : { draft, reason: why, reviewerId: second }
    const entry = await writeEntry(unit, { held, said, when: { seen } })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.step_skipped', subjectOf(held.incident), { step })
    return done({ incidentId })
  },
})
