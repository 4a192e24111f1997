import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { readersFor, stopSharingWith } from '#consent/contract.ts'
import { choice, id } from '#platform/given.ts'
import { languages } from '#platform/words.ts'
import { familyMembers } from './policy.ts'
import { stoppingWords } from './words.ts'

/**
 * One of the family stops on their own page what is shared with an agency. It holds from this instant, the
 * agency is told so, and nobody is asked for a reason [R130].
 */
export const stopSharing = act({
  name: 'family/stop-sharing',
  by: familyMembers,
  inPerson: true,
  asHouse: true,
  given: z.object({
    partnerId: id,
    /** The language the page was read in. */
    language: choice(languages),
  }),
  refusals: stoppingWords,
  async do(unit, { partnerId, language }) {
    const { actor } = unit
    const studentId = actor.studentId as string
    unit.permit(true, { type: 'student', id: studentId, studentId })
    const readers = readersFor(actor.role === 'student' ? 'student' : 'caregiver')
    const ended = await stopSharingWith(unit, { studentId, partnerId, readers, askedBy: actor.name })
    return ended === 0 ? refused(['nothing_shared']) : done({ language })
  },
})
