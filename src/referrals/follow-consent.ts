import type { Unit } from '#access/unit.ts'
import type { ConsentAnswered, ConsentRevoked, Scope } from '#consent/contract.ts'
import { settleReferral } from './move-referral.ts'
import { holdReferral } from './store.ts'

type About = { referralId: string; studentId: string }

/** Answers that change what is owed on a referral. */
const deciding: readonly Scope[] = ['referral_disclosure', 'status_feedback']

async function follow(unit: Unit, about: About, offered: boolean): Promise<void> {
  const referral = await holdReferral(unit, about.referralId)
  if (referral === undefined) throw new Error('A consent speaks of a referral that is not there')
  const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
  const first = offered && referral.offeredAt === null
  await settleReferral(unit, first ? { ...referral, offeredAt: unit.now } : referral)
  unit.record(first ? 'referral.offered' : 'referral.next_step_followed', subject)
}

/**
 * Follows consent/answered: what is owed next may change, and whoever was asked was offered the service,
 * whatever the answer [R041].
 */
export async function followAnswers(unit: Unit, said: ConsentAnswered): Promise<void> {
  const answered = [...said.yes, ...said.no]
  if (answered.some((scope) => deciding.includes(scope))) {
    await follow(unit, said, answered.includes('referral_disclosure'))
  }
}

/**
 * Follows consent/revoked: without status feedback the family is asked how it goes, and no agency is waited
 * for [R071].
 */
export async function followRevocation(unit: Unit, said: ConsentRevoked): Promise<void> {
  if (said.scopes.some((scope) => deciding.includes(scope))) await follow(unit, said, false)
}
