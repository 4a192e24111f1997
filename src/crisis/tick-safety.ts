import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { id, text } from '#platform/given.ts'
import { subjectOf } from './incident.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/** One tap: a safety action is done, with when and by whom [R098]. */
export const tickSafety = act({
  name: 'crisis/tick-safety',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({ incidentId: id, action: text(60), ...happened }),
  refusals: stepWords,
  async do(unit, { incidentId, action, ...when }) {
    const held = await workOnIncident(unit, incidentId)
    const known = held.standard.actions.some(({ code }) => code === action)
    const draft = {
      kind: 'safety_done',
      what: known ? action : 'other',
      words: known ? null : action,
    } as const
    const entry = await writeEntry(unit, { held, said: { draft }, when })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.made_safe', subjectOf(held.incident), { action: draft.what })
    return done({ incidentId })
  },
})
