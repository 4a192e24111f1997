import type { Unit } from '#access/unit.ts'
import { consentsForReferral, feedbackEndedAt } from '#consent/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateClosedAt, gateOf } from '#partnership/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { type ReferralAct, referralLifecycle } from './lifecycle.ts'
import { owedOf } from './next-step.ts'
import { daysPaused } from './pause.ts'
import { pausesOf } from './pause-store.ts'
import type { Referral } from './referral.ts'
import { type Measures, stepOf } from './step-due.ts'
import { factsAround, lastReachedAt } from './step-store.ts'
import { advanced, saveReferral } from './store.ts'
import { clockTierOf } from './tier-store.ts'

type Moved = { referral: Referral; act: ReferralAct; changes?: Parameters<typeof advanced>[1]['changes'] }

/**
 * The one way a referral moves: its lifecycle, its new facts, and what is owed next, together. Facts that
 * live in other rows (appointments, consents, feedback) are written before this is called, because the next
 * step follows from them.
 * @throws Problem changed_meanwhile
 */
export async function moveReferral(unit: Unit, { referral, act, changes }: Moved): Promise<Referral> {
  return settleReferral(unit, advanced(referral, { act, at: unit.now, changes }))
}

/**
 * Since when the agency may not tell the school how it goes, where it may be asked something [R071]: not
 * before the referral was sent.
 */
async function feedbackEnded(unit: Unit, referral: Referral): Promise<Date | null> {
  const { tx, now } = unit
  if (referral.sentAt === null || referralLifecycle.ends(referral.state)) return null
  const consents = await consentsForReferral(tx, referral.id)
  const ended = (reachedAt: Date | null) => feedbackEndedAt(consents, { referral, reachedAt, now })
  return ended(null) && ended(await lastReachedAt(unit, referral.id))
}

async function measuresOf({ tx, now }: Unit, { id, pausedThrough }: Referral): Promise<Measures> {
  const [calendar, model, pauses] = await Promise.all([
    calendarOf(tx),
    modelInForce(tx, now),
    pausedThrough === null ? [] : pausesOf(tx, id),
  ])
  const tier = await clockTierOf(tx, id, model)
  return { calendar, model, pauses: pauses.map(daysPaused), tier }
}

/**
 * Since when the gate of an agency that has not answered is closed: the family waits for a packet nobody may
 * act on.
 */
async function gateClosed(unit: Unit, referral: Referral): Promise<Date | null> {
  if (referral.partnerId === null || !['sent', 'received'].includes(referral.state)) return null
  const calendar = await calendarOf(unit.tx)
  const gate = await gateOf(unit.tx, referral.partnerId, dayOf(calendar, unit.now))
  return gate.obstacles.length === 0 ? null : (gateClosedAt(gate, calendar, unit.now) ?? referral.stateSince)
}

/**
 * Writes a held referral whose state stays, and works out anew what is owed. Settling it twice, or for news
 * that changes nothing, gives the same.
 */
export async function settleReferral(unit: Unit, referral: Referral): Promise<Referral> {
  const [facts, endedAt, closedAt] = await Promise.all([
    factsAround(unit, referral),
    feedbackEnded(unit, referral),
    gateClosed(unit, referral),
  ])
  const owed = owedOf({ ...referral, ...facts, feedbackEndedAt: endedAt, gateClosedAt: closedAt })
  const measures = owed === null || owed.clock === null ? undefined : await measuresOf(unit, referral)
  return saveReferral(unit, referral, owed && stepOf(owed, referral.highNeed, measures))
}

/** What no rule of what is owed reads before a referral is sent. */
type Learned = Partial<Pick<Referral, 'offeredAt' | 'partnerId' | 'serviceSought' | 'modality'>>

/** Writes what was learned of a held referral. Until it is sent, what is owed on it stays as it is. */
export async function noteReferral(unit: Unit, referral: Referral, learned: Learned): Promise<Referral> {
  const noted = { ...referral, ...learned }
  const { nextStep: step, nextDueAt: dueAt, nextOwner: owner } = referral
  if (referral.sentAt !== null || step === null || dueAt === null || owner === null)
    return settleReferral(unit, noted)
  return saveReferral(unit, noted, { step, dueAt, owner })
}
