import { z } from 'zod'
import { look } from '#access/look.ts'
import { findStudent, knowStudents, searchStudents, studentName } from '#people/contract.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { readBy } from './read-by.ts'

/** Finds the student a concern is about, within the schools of the assignment. */
export const studentToName = look({
  name: 'concerns/student-to-name',
  by: knowStudents,
  unacknowledged: 'help',
  given: z.object({ name: optionalText(80) }),
  shows: { for: 'asking', whole: ['identity'] },
  async see(view, { name = '' }) {
    view.permit(true)
    const found = name === '' ? [] : await searchStudents(view.tx, view.actor, { typed: name })
    view.saw({ type: 'search', id: null, studentIds: found.map((student) => student.id) })
    return { typed: name, found }
  },
})

/** The form of a concern about one student. */
export const newConcern = look({
  name: 'concerns/new-concern',
  by: knowStudents,
  toAct: true,
  unacknowledged: 'help',
  given: z.object({ studentId: id }),
  shows: { for: 'asking', whole: ['identity'] },
  async see(view, { studentId }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: studentId, studentId })
    return {
      studentId,
      name: studentName(student),
      grade: student.grade,
      schoolName: student.schoolName,
      now: view.now,
      readBy: await readBy(view),
    }
  },
})
