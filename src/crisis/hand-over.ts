import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, text } from '#platform/given.ts'
import { dispositions } from './entry.ts'
import { subjectOf } from './incident.ts'
import { itemsOf, told } from './outside.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/** Where the student is now, to whom the school handed over, and what they were told [R120]. */
export const handOver = act({
  name: 'crisis/hand-over',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    disposition: choice(dispositions, 'Say where the student is'),
    toWhom: text(200, 'Say to whom, and with what they were told'),
    ...told,
    ...happened,
  }),
  refusals: stepWords,
  fields: { high_stays: 'disposition' },
  async do(unit, { incidentId, disposition, toWhom, items, itemsAsked, ...when }) {
    const held = await workOnIncident(unit, incidentId)
    const over = { kind: 'handed_over', what: disposition } as const
    const draft = { ...over, words: toWhom, items: itemsOf(over, { items, itemsAsked }) }
    const entry = await writeEntry(unit, { held, said: { draft }, when })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.handed_over', subjectOf(held.incident), { disposition })
    return done({ incidentId })
  },
})
