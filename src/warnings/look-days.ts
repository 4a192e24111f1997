import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { eventsOf, warningsOf } from './event-store.ts'
import { dayReaders } from './policy.ts'
import { findReassessment } from './reassessment-store.ts'
import { schoolDaysUntil, yearOf } from './rules.ts'

/** What is kept of one student's days at school this school year, and which limits they crossed. */
export const lookDays = look({
  name: 'warnings/days',
  by: dayReaders,
  given: z.object({ studentId: id }),
  shows: { for: 'triage', whole: ['identity', 'concerns'] },
  async see(view, { studentId }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: studentId, studentId })
    const calendar = await calendarOf(view.tx)
    const today = dayOf(calendar, view.now)
    const events = await eventsOf(view.tx, { student: studentId, since: yearOf(today) })
    const mayEnter = student.schoolId !== null && coversSchool(view.actor, student.schoolId)
    const counted = events.filter(({ takenBack }) => !takenBack)
    const daysOf = (kind: string) => counted.filter((each) => each.kind === kind)
    const absentOn = daysOf('absence').flatMap(({ code, startsOn }) =>
      code === 'whole_day' ? [startsOn] : [],
    )
    return {
      student: { id: studentId, name: studentName(student) },
      events,
      missed: new Set(absentOn).size,
      schoolDays: schoolDaysUntil(calendar, today),
      incidents: daysOf('incident').length,
      exclusions: daysOf('exclusion').length,
      warnings: await warningsOf(view.tx, [studentId]),
      reassessment: (await findReassessment(view.tx, studentId)) ?? null,
      timeZone: calendar.timeZone,
      now: view.now,
      mayEnter,
      today,
    }
  },
})
export type SeenDays = Awaited<ReturnType<typeof lookDays.see>>
