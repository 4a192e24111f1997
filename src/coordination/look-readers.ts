import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam, type Role, studentReaders } from '#access/roles.ts'
import { accountingReaders } from '#consent/contract.ts'
import { addCalendarDaysAt, calendarOf } from '#district/contract.ts'
import { blockReaders, findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { readersOf } from './timeline-store.ts'

/** How far back the list of readers goes, in days. The trail itself keeps everything. */
const days = 90

/** Who opened this student's records lately: for the care team, and for the privacy officer who asks. */
export const lookReaders = look({
  name: 'coordination/readers',
  by: [...careTeam, 'privacy_officer'],
  given: z.object({ studentId: id }),
  shows: { for: 'oversight', whole: ['identity', 'access_record'] },
  async see(view, { studentId }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    const calendar = await calendarOf(view.tx)
    const readers = await readersOf(view.tx, student.id, addCalendarDaysAt(calendar, view.now, -days))
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const { role } = view.actor
    const opensStudent = (studentReaders as readonly Role[]).includes(role)
    const mayKeepAway = (blockReaders as readonly Role[]).includes(role)
    const mayAccount = (accountingReaders as readonly Role[]).includes(role)
    return {
      mayAccount,
      mayKeepAway,
      opensStudent,
      now: view.now,
      calendar,
      days,
      student: { id: student.id, name: studentName(student) },
      readers,
    }
  },
})
export type SeenReaders = Awaited<ReturnType<typeof lookReaders.see>>
