import { z } from 'zod'
import { look } from '#access/look.ts'
import { noteTaken } from '#consent/contract.ts'
import { findStudent } from '#people/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { explainers } from './policy.ts'
import { sharedAbout } from './sharing-about.ts'

export const paperLanguages = ['en', 'es', 'ar'] as const

/**
 * The same for a family that does not sign in, on paper: what the caregivers may read and no more, whoever
 * prints it [R137].
 */
export const lookExplanation = look({
  name: 'family/explanation',
  by: explainers,
  given: z.object({ studentId: id, lang: choice(paperLanguages).default('en').catch('en') }),
  shows: { for: 'family', whole: ['identity'], parts: ['consent', 'disclosures', 'access_record'] },
  async see(view, { studentId, lang }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    const data = await sharedAbout(view, student, 'caregiver')
    view.saw({ type: 'student', id: student.id, studentId: student.id }, { kind: 'print', detail: { lang } })
    noteTaken(view, { kind: 'print', studentId: student.id, paper: 'explanation' })
    return { ...data, lang }
  },
})
