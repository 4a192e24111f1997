import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { calendarOf, dayOf, staffAt } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { timeKeepers } from './policy.ts'
import { classTimesOf, servingOf } from './store.ts'

/** When a student has to be in class and when pulling out suits, and the form that agrees on more [R168]. */
export const lookTimes = look({
  name: 'classroom/times',
  by: timeKeepers,
  given: z.object({ studentId: id }),
  shows: { for: 'coordination', whole: ['identity', 'visits'] },
  async see(view, { studentId }) {
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const { schoolId } = student
    const mayKeep = schoolId !== null && coversSchool(actor, schoolId)
    const on = dayOf(await calendarOf(tx), now)
    const teachers = mayKeep
      ? await staffAt(tx, { schoolId, roles: ['teacher'], about: [student.id], on })
      : []
    return {
      student: { id: student.id, name: studentName(student), schoolName: student.schoolName },
      times: await classTimesOf(tx, student.id),
      mayKeep,
      teachers: teachers.map(({ personId, name }) => ({ id: personId, name })),
      agencies: mayKeep ? await servingOf(tx, student.id) : [],
    }
  },
})
export type SeenTimes = Awaited<ReturnType<typeof lookTimes.see>>
