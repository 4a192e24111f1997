import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { careTeam } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { findSchool } from '#district/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { decidersAt } from './deciders.ts'
import { isDecider } from './policy.ts'
import { moveWaiting, saveRoute } from './route-store.ts'
import { staffAt } from './staff-store.ts'
import { actWords } from './words.ts'

/** What waits goes where the queue goes: else it would wait for a role that no longer looks. */
async function takeAlong(unit: Unit, to: { schoolId: string; role: string | null }): Promise<void> {
  for (const { id, studentId } of await moveWaiting(unit, to)) {
    unit.record('concern.moved', { type: 'concern', id, studentId }, { role: to.role ?? 'all' })
  }
}

/**
 * Whoever answers for student support says which role owns a school's triage queue: what waits and what is
 * new go there [R018]. A role nobody holds at the school would leave it with nobody, and one the
 * district does not name may not decide, so both are refused.
 */
export const routeQueue = act({
  name: 'concerns/route-queue',
  by: ['district_head', 'student_support_head'],
  given: z.object({ schoolId: id, role: choice(['all', ...careTeam], 'Choose who owns the queue') }),
  refusals: actWords,
  async do(unit, { schoolId, role }) {
    if (!coversSchool(unit.actor, schoolId)) notFound()
    const school = (await findSchool(unit.tx, schoolId)) ?? notFound()
    const subject = { type: 'school', id: school.id }
    unit.permit(true, subject)
    const { tx, now } = unit
    if (role !== 'all' && !isDecider(role, await decidersAt(unit))) return refused(['role_not_named'])
    if (role !== 'all' && (await staffAt(tx, { schoolId, roles: [role], about: [], now })).length === 0) {
      return refused(['role_not_held'])
    }
    const route = { schoolId, role: role === 'all' ? null : role }
    await saveRoute(unit, route)
    await takeAlong(unit, route)
    unit.record(role === 'all' ? 'queue.opened' : 'queue.routed', subject, { role })
    return done({ schoolId })
  },
})
