import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { triageStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { modelInForce } from '#standards/contract.ts'
import { endStanding } from './end-pause.ts'
import { settleReferral } from './move-referral.ts'
import { highNeedStated } from './referral-happenings.ts'
import { foundAtRisk, meansRisk } from './risk.ts'
import { holdReferral } from './store.ts'
import { statingWords } from './words-navigator.ts'
import { mark } from './state-high-need-store.ts'

/** Who may state that a student is high need: whoever knows the student and answers for the next step. */
export const statingStaff = [...triageStaff, 'navigator', 'care_coordinator', 'designated_lead'] as const

/** Criteria a person may state; the others follow from dates. */
export async function statedCriteria(tx: Transaction, now: Date): Promise<{ code: string; label: string }[]> {
  const { criteria } = (await modelInForce(tx, now)).high_need.body
  return criteria
    .filter(({ inUse, measure }) => inUse && measure.by === 'stated')
    .map(({ code, name }) => ({ code, label: name }))
}
/** Marks a held referral; what is owed by then is worked out by who calls. */
export const markHighNeed = (unit: Unit, referralId: string) =>
  unit.tx.run(mark, { district: unit.districtId, id: referralId })

/**
 * Somebody who knows the student states a high-need criterion, today: its shorter limits apply from now on.
 */
export const stateHighNeed = act({
  name: 'referrals/state-high-need',
  by: statingStaff,
  given: z.object({
    referralId: id,
    criterion: z.string({ error: 'Choose what was noticed' }).min(1).max(60),
  }),
  refusals: statingWords,
  async do(unit, { referralId, criterion }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(coversSchool(unit.actor, referral.schoolId), subject)
    const known = await statedCriteria(unit.tx, unit.now)
    const because = [
      ...(referral.endedAt === null ? [] : (['ended'] as const)),
      ...(known.some(({ code }) => code === criterion) ? [] : (['criterion_unknown'] as const)),
    ]
    if (because.length > 0) return refused(because)
    await markHighNeed(unit, referral.id)
    const { high_need } = await modelInForce(unit.tx, unit.now)
    if (meansRisk(high_need.body, [criterion])) await foundAtRisk(unit, referral.studentId)
    // What was paused while the need was ordinary is asked anew of whoever answers for it.
    if (referral.pausedThrough !== null) await endStanding(unit, referral)
    await settleReferral(unit, { ...referral, highNeed: true })
    unit.record('referral.high_need_stated', subject, { criterion })
    await unit.tell(highNeedStated, { referralId: referral.id, criterion })
    return done({ id: referral.id })
  },
})
