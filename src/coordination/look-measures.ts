import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { courseFacts, courseOf, lastMonths, measuresOf } from '#supports/contract.ts'

/** How many months the charts look back on. */
const shownMonths = 6

/** How the three went, as far as whoever looks may know what they are counted from. */
async function courseSeen(view: Viewing, studentId: string, today: string) {
  const months = lastMonths(today, shownMonths)
  const knows = {
    missedOn: view.knows('concerns'),
    crisesOn: view.knows('crisis'),
    visits: view.knows('visits'),
  }
  const since = `${months[0] ?? today.slice(0, 7)}-01`
  const course = courseOf(months, await courseFacts(view.tx, { student: studentId, since, knows }))
  return {
    attendance: knows.missedOn ? course.attendance : undefined,
    crisis_contacts: knows.crisesOn ? course.crisis_contacts : undefined,
    engagement: knows.visits ? course.engagement : undefined,
  }
}

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
