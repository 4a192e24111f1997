import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { addNotice } from '#access/notice-store.ts'
import { answerByFamily, familyAnswers } from '#handoffs/contract.ts'
import { caregiversAsPeople } from '#people/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { languages } from '#platform/words.ts'
import { holdReferral, type Referral } from '#referrals/contract.ts'
import { ownReferrals } from './look-plan.ts'
import { familyMembers } from './policy.ts'
import { answeringVisitWords } from './words.ts'

/** The referral somebody of the family speaks of, held for the act. @throws Problem not_found */
export async function holdOwnReferral(unit: Unit, referralId: string): Promise<Referral> {
  const own = await ownReferrals(unit)
  if (!own.some(({ id: each }) => each === referralId)) notFound()
  return (await holdReferral(unit, referralId)) ?? notFound()
}

/** Whoever navigates the referral hears that the family said something. */
export async function tellNavigator(unit: Unit, { id: referralId, navigatorId }: Referral): Promise<void> {
  const told = {
    personId: navigatorId,
    kind: 'family_answered',
    subject: { type: 'referral', id: referralId },
  }
  addNotice(unit, told)
  await unit.tell(personTold, told)
}

/** Which caregiver of the student somebody is; null for the student. */
export async function caregiverIn({ tx, actor }: Unit): Promise<string | null> {
  const family = await caregiversAsPeople(tx, actor.studentId as string)
  return family.find(({ personId }) => personId === actor.personId)?.caregiverId ?? null
}

/** A family says that a time suits it, or asks for another, which the navigator then owes [R059]. */
export const answerVisit = act({
  name: 'family/answer-visit',
  by: familyMembers,
  inPerson: true,
  asHouse: true,
  given: z.object({
    referralId: id,
    appointmentId: id,
    answer: choice(familyAnswers),
    /** The language the page was read in. */
    language: choice(languages),
  }),
  refusals: answeringVisitWords,
  async do(unit, { referralId, ...said }) {
    const { actor } = unit
    const studentId = actor.studentId as string
    unit.permit(true, { type: 'referral', id: referralId, studentId })
    const referral = await holdOwnReferral(unit, referralId)
    const caregiverId = actor.role === 'student' ? null : await caregiverIn(unit)
    const answered = await answerByFamily(unit, referral, { ...said, caregiverId })
    if (answered === undefined) return refused(['visit_over'])
    if (answered.alerts) await tellNavigator(unit, referral)
    return done({ language: said.language })
  },
})
