import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findOptOut } from './opt-out-store.ts'
import { studentReaders } from './policy.ts'
import { resultsOf } from './result-store.ts'

/** Whether a student took part in screening, what was brought to triage, and whether the family wants it. */
export const lookStudentScreening = look({
  name: 'screenings/student',
  by: studentReaders,
  given: z.object({ studentId: id }),
  shows: { for: 'triage', whole: ['identity', 'concerns'] },
  async see(view, { studentId }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: studentId, studentId })
    return {
      student: { id: studentId, name: studentName(student) },
      optOut: (await findOptOut(view.tx, studentId)) ?? null,
      results: await resultsOf(view.tx, studentId),
      mayRecord: student.schoolId !== null && coversSchool(view.actor, student.schoolId),
      today: dayOf(await calendarOf(view.tx), view.now),
    }
  },
})
export type SeenScreening = Awaited<ReturnType<typeof lookStudentScreening.see>>
