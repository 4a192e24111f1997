import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { triageStaff } from '#access/roles.ts'
import { findSchool } from '#district/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { saveRoute } from './route-store.ts'

/**
 * Whoever answers for student support says which role owns a school's triage queue: new concerns go there
 * [R018].
 */
export const routeQueue = act({
  name: 'concerns/route-queue',
  by: ['district_head', 'student_support_head'],
  given: z.object({ schoolId: id, role: choice(['all', ...triageStaff], 'Choose who owns the queue') }),
  async do(unit, { schoolId, role }) {
    if (!coversSchool(unit.actor, schoolId)) notFound()
    const school = (await findSchool(unit.tx, schoolId)) ?? notFound()
    const subject = { type: 'school', id: school.id }
    unit.permit(true, subject)
    await saveRoute(unit, { schoolId, role: role === 'all' ? null : role })
    unit.record(role === 'all' ? 'queue.opened' : 'queue.routed', subject, { role })
    return done({ schoolId })
  },
})
