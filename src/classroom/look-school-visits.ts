import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayKeepTimes, timeKeepers } from './policy.ts'
import { hostedFor, schoolVisitsOf } from './school-visit-store.ts'

/** When agencies came to school for a student, what for and on which yes, and a form for more [R039]. */
export const lookSchoolVisits = look({
  name: 'classroom/school-visits',
  by: timeKeepers,
  given: z.object({ studentId: id }),
  shows: { for: 'coordination', whole: ['identity', 'visits'], parts: ['consent'] },
  async see(view, { studentId }) {
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const hosted = (await hostedFor(tx, student.id)).filter((each) => mayKeepTimes(actor, each))
    const visits = await schoolVisitsOf(tx, student.id)
    const calendar = await calendarOf(tx)
    return {
      student: { id: student.id, name: studentName(student), schoolName: student.schoolName },
      visits: visits.map((visit) => ({ ...visit, agreedAt: view.knows('consent') ? visit.agreedAt : null })),
      agencies: hosted.map(({ id: referralId, partnerName }) => ({ id: referralId, name: partnerName })),
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenSchoolVisits = Awaited<ReturnType<typeof lookSchoolVisits.see>>
