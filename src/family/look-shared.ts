import { z } from 'zod'
import { look } from '#access/look.ts'
import { noteTaken } from '#consent/contract.ts'
import { findStudent } from '#people/contract.ts'
import { notFound } from '#platform/problem.ts'
import { familyMembers } from './policy.ts'
import { sharedAbout } from './sharing-about.ts'

/** What is shared about the student somebody acts for, with whom, why, until when, and who saw it [R137]. */
export const lookShared = look({
  name: 'family/shared',
  by: familyMembers,
  given: z.object({}),
  shows: { for: 'family', whole: ['identity'], parts: ['consent', 'disclosures', 'access_record'] },
  async see(view) {
    const { tx, actor } = view
    const student = (await findStudent(tx, actor, actor.studentId as string)) ?? notFound()
    view.permit(true)
    const who = actor.role === 'student' ? 'student' : 'caregiver'
    const data = await sharedAbout(view, student, who)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    noteTaken(view, { kind: 'family_view', studentId: student.id, paper: 'explanation' })
    return data
  },
})
