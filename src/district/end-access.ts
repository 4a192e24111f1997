import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { endAssignmentsOf, endSignIn, holdPerson, revokeTokensOf } from './access-store.ts'
import { accessEnders, mayKeepPeople } from './policy.ts'
import { obstaclesToEnding } from './rules.ts'
import { accessWords } from './words.ts'

/**
 * Takes a person's access away at once: every assignment ends, every session and token stops, and no link
 * that was sent to them works. What they did stays on record under their name.
 */
export const endAccess = act({
  name: 'district/end-access',
  by: [...accessEnders, 'system'],
  provenLately: true,
  given: z.object({ personId: id }),
  refusals: accessWords,
  async do(unit, { personId }) {
    const person = (await holdPerson(unit, personId)) ?? notFound()
    const subject = { type: 'person', id: personId }
    unit.permit(mayKeepPeople(unit.actor), subject)
    const obstacles = obstaclesToEnding({ personId, endedAt: person.endedAt }, unit.actor)
    if (obstacles.length > 0) return refused(obstacles)

    const ended = await endAssignmentsOf(unit, personId)
    const tokens = await revokeTokensOf(unit, { personId })
    await endSignIn(unit, person)
    unit.record('access.ended', subject, { assignments: ended.length, tokens })
    return done({ personId })
  },
})
