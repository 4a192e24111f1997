import type { Unit } from '#access/unit.ts'
import { feedbackEndedAt } from '#consent/contract.ts'
import { calendarOf, dayOf, type SchoolCalendar } from '#district/contract.ts'
import { gateClosedAt, gateOf } from '#partnership/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { type ReferralAct, referralLifecycle } from './lifecycle.ts'
import { nextStepOf } from './next-step.ts'
import type { Referral } from './referral.ts'
import { advanced, saveReferral, stepFacts } from './store.ts'

type Moved = { referral: Referral; act: ReferralAct; changes?: Parameters<typeof advanced>[2] }

/**
 * The one way a referral moves: its lifecycle, its new facts, and what is owed next, together. Facts that
 * live in other rows (appointments, consents, feedback) are written before this is called, because the next
 * step follows from them.
 * @throws Problem changed_meanwhile
 */
export async function moveReferral(unit: Unit, { referral, act, changes }: Moved): Promise<Referral> {
  return settleReferral(unit, advanced(referral, act, changes), unit.now)
}

/**
 * Since when the agency may not tell the school how it goes [R071]. An ended referral, or one not sent, owes
 * nothing.
 */
async function feedbackEnded(unit: Unit, referral: Referral): Promise<Date | null> {
  if (referral.sentAt === null || referralLifecycle.ends(referral.state)) return null
  return feedbackEndedAt(unit.tx, referral.id, unit.now)
}

/**
 * Since when the gate of an agency that has not answered is closed: the family waits for a packet nobody may
 * act on.
 */
async function gateClosed(unit: Unit, referral: Referral, calendar: SchoolCalendar): Promise<Date | null> {
  if (referral.partnerId === null || !['sent', 'received'].includes(referral.state)) return null
  const gate = await gateOf(unit.tx, referral.partnerId, dayOf(calendar, unit.now))
  return gate.obstacles.length === 0 ? null : (gateClosedAt(gate, calendar, unit.now) ?? unit.now)
}

/** Writes a held referral whose state stays, and works out anew what is owed. */
export async function settleReferral(
  unit: Unit,
  referral: Referral,
  enteredAt: Date = referral.nextDueAt ?? unit.now,
): Promise<Referral> {
  const [facts, endedAt, calendar, model] = [
    await stepFacts(unit, referral.id),
    await feedbackEnded(unit, referral),
    await calendarOf(unit.tx),
    await modelInForce(unit.tx, unit.now),
  ]
  const closedAt = await gateClosed(unit, referral, calendar)
  const dated = { feedbackEndedAt: endedAt, gateClosedAt: closedAt, enteredAt }
  const next = nextStepOf({ ...referral, ...facts, ...dated }, { calendar, model })
  return saveReferral(unit, referral, next)
}
