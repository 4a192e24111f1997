import type { Subject } from '#access/trail.ts'
import type { Unit } from '#access/unit.ts'
import { findPartner } from '#directory/contract.ts'
import { choicesOf, type ListName, modelInForce } from '#standards/contract.ts'
import { notFound } from '#platform/problem.ts'
import { mayAnswer } from './policy.ts'
import type { Referral } from './referral.ts'
import { holdReferral } from './store.ts'
import { askAhead } from './telling.ts'

/** What the trail says an act about a referral was about. */
export const subjectOf = (referral: Pick<Referral, 'id' | 'studentId'>): Subject => ({
  type: 'referral',
  id: referral.id,
  studentId: referral.studentId,
})

/**
 * How every act of an agency begins: its own referral, taken for the rest of the act.
 * @throws Problem not_found for a referral of somebody else, or none
 */
export async function holdOwn(
  unit: Unit,
  referralId: string,
): Promise<{ referral: Referral; subject: Subject }> {
  const held = holdReferral(unit, referralId)
  if (unit.actor.partnerId !== null) askAhead(unit, referralId, unit.actor.partnerId)
  const referral = (await held) ?? notFound()
  const subject = subjectOf(referral)
  unit.permit(mayAnswer(unit.actor, referral), subject)
  return { referral, subject }
}

/** Codes that can be chosen from a list of the standard in force. */
export async function codesOf({ tx, now }: Pick<Unit, 'tx' | 'now'>, list: ListName): Promise<string[]> {
  const model = await modelInForce(tx, now)
  return choicesOf(model.reasons.body, list).map(({ code }) => code)
}

/**
 * An agency that somebody names, where one may be named.
 * @throws Problem not_found for one of another district, or none
 */
export async function knownPartner({ tx }: Pick<Unit, 'tx'>, partnerId: string | undefined): Promise<void> {
  if (partnerId !== undefined && (await findPartner(tx, partnerId)) === undefined) notFound()
}
