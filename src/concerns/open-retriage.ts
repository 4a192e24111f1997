import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { findStudent } from '#people/contract.ts'
import { choice, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { urgencies, type Urgency } from './concern.ts'
import { decidersAt } from './deciders.ts'
import { decisionsOf } from './decision-store.ts'
import { isDecider } from './policy.ts'
import { receiveConcern } from './receive-concern.ts'
import { type ActObstacle, actWords } from './words.ts'

type Again = { studentId: string; schoolId: string; observed: string; urgency: Urgency }

/**
 * Puts a student back into triage because need or risk changed [R021]: a new concern that names the
 * decision it looks at again. What was decided before stays as it was.
 * @returns the id of the concern
 */
export async function openRetriage(unit: Unit, again: Again): Promise<string> {
  const [active] = await decisionsOf(unit.tx, again.studentId)
  return receiveConcern(unit, {
    ...again,
    source: 'staff',
    reporterId: unit.actor.personId,
    retriageOf: active?.id ?? null,
  })
}

/** Triage staff look at a student again, at any time. */
export const retriageStudent = act({
  name: 'concerns/open-retriage',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: z.object({
    studentId: id,
    observed: text(2000, 'Write what changed'),
    urgency: choice(urgencies, 'Choose how urgent it feels'),
  }),
  refusals: actWords,
  async do(unit, { studentId, observed, urgency }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const allowed = isDecider(unit.actor.role, await decidersAt(unit))
    unit.permit(allowed, { type: 'student', id: studentId, studentId })
    if (student.schoolId === null) return refused<ActObstacle>(['no_school'])
    const concernId = await openRetriage(unit, { studentId, schoolId: student.schoolId, observed, urgency })
    return done({ concernId })
  },
})
