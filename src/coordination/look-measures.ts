import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { courseSeen, measuresOf } from '#supports/contract.ts'

/** What is agreed about measuring progress for one student, and the form that agrees anew. */
export const lookMeasures = look({
  name: 'coordination/measures',
  by: careTeam,
  toAct: true,
  given: z.object({ studentId: id }),
  shows: { for: 'coordination', whole: ['identity', 'supports'], parts: ['concerns', 'crisis', 'visits'] },
  async see(view, { studentId }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const calendar = await calendarOf(view.tx)
    return {
      now: view.now,
      calendar,
      course: await courseSeen(view, student.id, dayOf(calendar, view.now)),
      student: { id: student.id, name: studentName(student) },
      measures: await measuresOf(view.tx, student.id),
    }
  },
})
export type SeenMeasures = Awaited<ReturnType<typeof lookMeasures.see>>
