import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { studentDetails, version } from './details.ts'
import { saveStudent } from './details-store.ts'
import { keepProtectedPlace } from './keep-protected.ts'
import { detailKeepers } from './policy.ts'
import { changedFields } from './rules.ts'
import { holdStudent } from './store.ts'

/** What staff learned of a student beside the roster: the name they go by, language, what a visit needs. */
export const updateStudent = act({
  name: 'people/update-student',
  by: detailKeepers,
  given: z.object({ studentId: id, version, ...studentDetails }),
  async do(unit, given) {
    const student = (await holdStudent(unit.tx, unit.actor, given.studentId)) ?? notFound()
    const subject = { type: 'student', id: student.id, studentId: student.id }
    unit.permit(true, subject)
    if (student.version !== given.version) throw new Problem('changed_meanwhile')

    const details = {
      preferredName: given.preferredName || null,
      homeLanguage: given.homeLanguage,
      disability: given.disability,
      neighborhood: given.neighborhood || 'unknown',
      accommodation: given.accommodation || null,
    }
    const open = await keepProtectedPlace(unit, student.id, details.neighborhood)
    await saveStudent(unit, { ...student, ...details, neighborhood: open })
    unit.record('student.updated', subject, { fields: changedFields(student, details) })
    return done({ studentId: student.id, version: student.version + 1 })
  },
})
