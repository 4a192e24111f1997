import type { Unit } from '#access/unit.ts'
import type { ConsentRevoked } from '#consent/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import { addStopNotice, type NewStop } from './stop-store.ts'
import { findReferral } from './store.ts'
import { clockTierOf } from './tier-store.ts'

type Stopped = Omit<NewStop, 'dueAt'> & { highNeed: boolean }

/**
 * Puts a stop notice in the agency's inbox, with the day by which it is to be read. Nothing new goes along
 * [R038].
 */
export async function postStopNotice(unit: Unit, { highNeed, ...stopped }: Stopped): Promise<void> {
  const model = await modelInForce(unit.tx, unit.now)
  const calendar = await calendarOf(unit.tx)
  const tier = await clockTierOf(unit.tx, stopped.referralId, model)
  const clock = { clock: 'not_received', startedAt: unit.now, highNeed, tier } as const
  await addStopNotice(unit, { ...stopped, dueAt: dueAt(calendar, model.time_standards.body, clock).dueAt })
}

/**
 * Follows consent/revoked: an agency that holds the packet is told to tell the school nothing more [R130].
 */
export async function stopSharing(unit: Unit, said: ConsentRevoked): Promise<void> {
  const referral = await findReferral(unit.tx, unit.actor, said.referralId)
  const holdsPacket =
    referral !== undefined && referral.sentAt !== null && referral.partnerId === said.partnerId
  if (!holdsPacket || said.scopes.length === 0) return
  const { referralId, studentId, partnerId } = said
  await postStopNotice(unit, {
    referralId,
    studentId,
    partnerId,
    because: 'consent_revoked',
    highNeed: referral.highNeed,
  })
  unit.record(
    'referral.stop_notice_made',
    { type: 'referral', id: referralId, studentId },
    { partnerId, scopes: said.scopes },
  )
}
