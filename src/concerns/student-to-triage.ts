import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { decidersAt } from './deciders.ts'
import { isDecider } from './policy.ts'

/** The form that opens triage again for a student whose need or risk changed [R021]. */
export const studentToTriage = look({
  name: 'concerns/student-to-triage',
  by: careTeam,
  toAct: true,
  ifNamed: nameableForTriage,
  given: z.object({ studentId: id }),
  shows: { for: 'triage', whole: ['identity'] },
  async see(view, { studentId }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(isDecider(view.actor.role, await decidersAt(view)))
    view.saw({ type: 'student', id: studentId, studentId })
    return { studentId, name: studentName(student), grade: student.grade }
  },
})
