import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { beginLink } from './begin-link.ts'
import { sendingLinkWords } from './family-link-words.ts'
import { signInGivers } from './policy.ts'
import { guardianOf, holdStudent } from './store.ts'

/**
 * A caregiver without an account is sent a link to the page of the family: what is shared, who saw it, and
 * how to stop [R355]. It goes by the way that is safe for them, which is judged when it goes out.
 */
export const sendFamilyLink = act({
  name: 'people/send-family-link',
  by: signInGivers,
  given: z.object({ studentId: id, caregiverId: id }),
  refusals: sendingLinkWords,
  async do(unit, { studentId, caregiverId }) {
    const student = (await holdStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const caregiver = (await guardianOf(unit.tx, student.id, caregiverId)) ?? notFound()
    unit.permit(true, { type: 'caregiver', id: caregiver.id, studentId: student.id })
    if (caregiver.authority !== 'may_consent') return refused(['may_not_consent'])
    if (student.bornOn === null) return refused(['birth_date_unknown'])
    const asked = { referralId: null, partnerId: null, scopes: [], holdsUntil: null }
    const linkId = await beginLink(unit, { ...asked, studentId: student.id, caregiver, purpose: 'family' })
    return done({ studentId: student.id, caregiverId: caregiver.id, linkId })
  },
})
