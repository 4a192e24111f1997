import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf, staffAt } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { contactObstacleWords } from './contact-words.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { addFamilyContact, findFamilyContact } from './request-store.ts'
import { holdAsking } from './store.ts'

/** One person is named who collects consent and papers from the family of a student [R063]. */
export const nameFamilyContact = act({
  name: 'consent/name-family-contact',
  by: consentStaff,
  given: z.object({ referralId: id, contactPersonId: id }),
  refusals: contactObstacleWords,
  async do(unit, { referralId, contactPersonId: person }) {
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    const { studentId, schoolId } = asking
    unit.permit(mayRecordConsent(unit.actor, asking), { type: 'referral', id: asking.id, studentId })
    const on = dayOf(await calendarOf(unit.tx), unit.now)
    const able = await staffAt(unit.tx, { schoolId, roles: consentStaff, about: [studentId], on })
    if (!able.some(({ personId }) => personId === person)) return refused(['not_at_school'])
    const contact = await findFamilyContact(unit.tx, asking.id)
    if (contact?.named === true && contact.personId === person) return refused(['named_already'])
    const id = addFamilyContact(unit, { student: studentId, person })
    unit.record('family_contact.named', { type: 'family_contact', id, studentId }, { personId: person })
    return done({ referralId: asking.id })
  },
})
