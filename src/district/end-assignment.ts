import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { endAssignmentRow, holdAssignment, revokeTokensOf } from './access-store.ts'
import { accessEnders, mayKeepPeople } from './policy.ts'
import { obstaclesToEnding } from './rules.ts'
import { accessWords } from './words.ts'

/**
 * Ends one assignment at once: the next request in it is refused, and so are the machines that act in it.
 * What the person holds elsewhere stays, and so does the work that was theirs until somebody takes it over.
 */
export const endAssignment = act({
  name: 'district/end-assignment',
  by: [...accessEnders, 'system'],
  provenLately: true,
  given: z.object({ assignmentId: id }),
  refusals: accessWords,
  async do(unit, { assignmentId }) {
    const assignment = (await holdAssignment(unit, assignmentId)) ?? notFound()
    const subject = { type: 'person', id: assignment.personId }
    unit.permit(mayKeepPeople(unit.actor), subject)
    const obstacles = obstaclesToEnding(assignment, unit.actor)
    if (obstacles.length > 0) return refused(obstacles)

    await endAssignmentRow(unit, assignmentId)
    const tokens = await revokeTokensOf(unit, { personId: assignment.personId, assignmentId })
    unit.record('assignment.ended', subject, { assignment_id: assignmentId, role: assignment.role, tokens })
    return done({ personId: assignment.personId })
  },
})
