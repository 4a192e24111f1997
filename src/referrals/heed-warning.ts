import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { schoolFactsOf, type Warned } from '#warnings/contract.ts'
import { criteriaMet, modelInForce } from '#standards/contract.ts'
import { subjectOf } from './answering.ts'
import { settleReferral } from './move-referral.ts'
import { highNeedStated } from './referral-happenings.ts'
import { crisesOf } from './open-referral-store.ts'
import { foundAtRisk } from './risk.ts'
import { markHighNeed } from './state-high-need.ts'
import { findReferral } from './store.ts'
import { open } from './heed-warning-store.ts'

/** The high-need criteria that days missed, incidents and crises meet now, by the standard in force. */
async function metBy(unit: Unit, studentId: string, crisesOn: readonly string[]): Promise<string[]> {
  const { tx, now } = unit
  const [model, days, calendar] = await Promise.all([
    modelInForce(tx, now),
    schoolFactsOf(tx, studentId, now),
    calendarOf(tx),
  ])
  const facts = { ...days, crisesOn, stated: [] }
  return criteriaMet(model.high_need.body, facts, dayOf(calendar, now)).map(({ code }) => code)
}

/** Open referrals of a student are in high need from now on. Whoever caused it need not reach them. */
async function foundHighNeed(unit: Unit, studentId: string, criteria: readonly string[]): Promise<void> {
  if (criteria.length === 0) return
  const held = await unit.tx.all(open, { district: unit.districtId, student: studentId })
  for (const { id } of held) {
    const referral = await findReferral(unit.tx, { ...unit.actor, schoolIds: null }, id)
    if (referral === undefined) throw new Error('A referral was held and is not there')
    if (!referral.highNeed) {
      await markHighNeed(unit, id)
      await settleReferral(unit, { ...referral, highNeed: true })
    }
    unit.record('referral.high_need_found', subjectOf(referral), { criteria })
    for (const criterion of criteria) await unit.tell(highNeedStated, { referralId: id, criterion })
  }
}

/**
 * Follows warnings/warned: whoever is on the way to an agency is in high need from now on, when the days
 * meet a criterion of the district [R003] [R086].
 */
export async function heedWarning(unit: Unit, { studentId }: Warned): Promise<void> {
  await foundHighNeed(unit, studentId, await metBy(unit, studentId, []))
}

/**
 * Follows the close of a crisis: a recent one is a criterion of high need, by the standard [R086] [R111], and
 * whoever leads in it holds the student no more: somebody clinical has to [R156].
 */
export async function heedCrisis(unit: Unit, { studentId }: { studentId: string }): Promise<void> {
  await foundAtRisk(unit, studentId)
  const crisesOn = await crisesOf(unit.tx, studentId)
  await foundHighNeed(unit, studentId, await metBy(unit, studentId, crisesOn))
}
