import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, optionalText, ticked } from '#platform/given.ts'
import { dispositions } from './entry.ts'
import { subjectOf } from './incident.ts'
import { itemsOf, told } from './outside.ts'
import { pressedOf } from './pressed.ts'
import { happened, wordsFor, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/** Where the student is now, to whom the school handed over, and what they were told [R120]. */
export const handOver = act({
  name: 'crisis/hand-over',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    disposition: choice(dispositions, 'Say where the student is'),
    /** Left out by a device without a network, which keeps no words: asked before the incident is closed. */
    toWhom: optionalText(200),
    /** Whether it says the words of what was pressed without a network. */
    completes: ticked,
    ...told,
    ...happened,
  }),
  refusals: stepWords,
  fields: { high_stays: 'disposition', handed_to_missing: 'toWhom' },
  async do(unit, { incidentId, disposition, toWhom, completes, items, itemsAsked, ...when }) {
    const held = await workOnIncident(unit, incidentId)
    const over = { kind: 'handed_over', what: disposition } as const
    if (!toWhom && when.happenedAt === undefined) return refused(['handed_to_missing'])
    const pressed = completes ? pressedOf(held.entries, 'handover') : undefined
    // What they were told of the student stands in the ledger by what was pressed.
    const heard = pressed === undefined ? itemsOf(over, { items, itemsAsked }) : null
    const [draft, at] = wordsFor(pressed, { ...over, words: toWhom || null, items: heard }, when)
    const entry = await writeEntry(unit, { held, said: { draft }, when: at })
    if (typeof entry !== 'string') return entry
    if (pressed) unit.record('crisis.words_added', subjectOf(held.incident), { kind: draft.kind })
    else unit.record('crisis.handed_over', subjectOf(held.incident), { disposition })
    return done({ incidentId })
  },
})
