import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { answerByFamily, appointmentsOf } from '#handoffs/contract.ts'
import { dayOf, calendarOf } from '#district/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { languages } from '#platform/words.ts'
import { holdReferral, type Referral, waitBy } from '#referrals/contract.ts'
import { caregiverIn, holdOwnReferral, tellNavigator } from './answer-visit.ts'
import { familyMembers } from './policy.ts'
import { waitingWords } from './waiting-words.ts'

/** For how long a family can ask to wait, in days. */
export const waits = ['7', '14', '21'] as const

/** Visits within the days of waiting: another time is asked for each, so that nobody expects the family. */
async function moveVisits(
  unit: Unit,
  { id: referralId }: Referral,
  { throughOn, language }: { throughOn: string; language: string },
) {
  const calendar = await calendarOf(unit.tx)
  const caregiverId = unit.actor.role === 'student' ? null : await caregiverIn(unit)
  for (const { id: appointmentId, result, startsAt } of await appointmentsOf(unit.tx, referralId)) {
    if (result !== null || startsAt <= unit.now || dayOf(calendar, startsAt) > throughOn) continue
    // Each answer settles anew what is owed, so that the referral is read as the one before left it.
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const answer = 'asks_to_reschedule'
    await answerByFamily(unit, referral, { appointmentId, answer, language, caregiverId })
  }
}

/**
 * A family asks to wait, for no reason it has to give. Until then nobody is asked to call it, and a visit of
 * these days is moved [R354].
 */
export const askToWait = act({
  name: 'family/ask-to-wait',
  by: familyMembers,
  inPerson: true,
  asHouse: true,
  given: z.object({
    referralId: id,
    days: choice(waits),
    /** The language the page was read in. */
    language: choice(languages),
  }),
  refusals: waitingWords,
  async do(unit, { referralId, days, language }) {
    unit.permit(true, { type: 'referral', id: referralId, studentId: unit.actor.studentId as string })
    const referral = await holdOwnReferral(unit, referralId)
    const { obstacles, throughOn } = await waitBy(unit, referral, Number(days))
    if (obstacles.includes('high_need_lead')) return refused(['call_us'])
    if (obstacles.length > 0) return refused(['waits_already'])
    await moveVisits(unit, referral, { throughOn, language })
    await tellNavigator(unit, referral)
    return done({ language })
  },
})
