import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, day, id, optionalText } from '#platform/given.ts'
import { addEntry } from './entry-store.ts'
import { acceptances } from './escalation.ts'
import { leads } from './policy.ts'
import { subjectOf } from './tell.ts'
import { capacityWords } from './words.ts'
import { workOnEscalation } from './work-on-escalation.ts'

/** The second of three: whether the agency has room for this student, and when [R090]. */
export const confirmCapacity = act({
  name: 'escalations/confirm-capacity',
  by: leads,
  given: z.object({
    escalationId: id,
    acceptance: choice(acceptances, 'Say whether the agency can take the student'),
    nextOpeningOn: day.optional(),
    words: optionalText(1000),
  }),
  refusals: capacityWords,
  async do(unit, { escalationId, acceptance, nextOpeningOn, words }) {
    const escalation = await workOnEscalation(unit, escalationId)
    if (escalation.state === 'closed') return refused(['closed_already'])
    const said = { acceptance, nextOpeningOn: nextOpeningOn ?? null, words: words || null }
    addEntry(unit, escalation, { kind: 'capacity', ...said })
    unit.record('escalation.capacity_confirmed', subjectOf(escalation), { acceptance })
    return done({ escalationId })
  },
})
