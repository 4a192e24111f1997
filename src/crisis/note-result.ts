import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { responseResults } from './entry.ts'
import { subjectOf } from './incident.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/** What came of a call: they came, they talked, they are on the way, or they could not come [R102]. */
export const noteResult = act({
  name: 'crisis/note-result',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    callId: id,
    result: choice(responseResults),
    words: optionalText(200),
    ...happened,
  }),
  refusals: stepWords,
  async do(unit, { incidentId, callId, result, words, ...when }) {
    const held = await workOnIncident(unit, incidentId)
    if (!held.entries.some(({ id: own, kind }) => own === callId && kind === 'response_called')) notFound()
    const draft = { kind: 'response_result', what: result, words: words || null, aboutId: callId } as const
    const entry = await writeEntry(unit, { held, said: { draft }, when })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.response_ended', subjectOf(held.incident), { result })
    return done({ incidentId })
  },
})
