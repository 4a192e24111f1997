import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { schoolFactsOf, type Warned } from '#warnings/contract.ts'
import { statement } from '#platform/database/query.ts'
import { criteriaMet, modelInForce } from '#standards/contract.ts'
import { subjectOf } from './answering.ts'
import { settleReferral } from './move-referral.ts'
import { highNeedStated } from './referral-happenings.ts'
import { markHighNeed } from './state-high-need.ts'
import { findReferral } from './store.ts'

const open = statement(
  ($: { district: string; student: string }) => sql<{ id: string }>`
    select id from referral where district_id = ${$.district} and student_id = ${$.student} and ended_at is null
    order by id for no key update`,
)

/** The high-need criteria that days missed and incidents meet now, by the standard in force. */
async function metBy(unit: Unit, studentId: string): Promise<string[]> {
  const { tx, now } = unit
  const [model, days, calendar] = await Promise.all([
    modelInForce(tx, now),
    schoolFactsOf(tx, studentId, now),
    calendarOf(tx),
  ])
  const facts = { ...days, crisesOn: [], stated: [] }
  return criteriaMet(model.high_need.body, facts, dayOf(calendar, now)).map(({ code }) => code)
}

/**
 * Follows warnings/warned: whoever is on the way to an agency is in high need from now on, when the days
 * meet a criterion of the district [R003] [R086]. Whoever entered the days need not reach the referral.
 */
export async function heedWarning(unit: Unit, { studentId }: Warned): Promise<void> {
  const criteria = await metBy(unit, studentId)
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
