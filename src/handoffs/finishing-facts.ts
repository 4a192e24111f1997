import { consentsForReferral, questionsFor, standingOf, type Consent, type Scope } from '#consent/contract.ts'
import { calendarOf, dayOf, type SchoolCalendar } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Referral } from '#referrals/contract.ts'
import { firstVisitOf } from './appointment-store.ts'
import type { Handoff } from './handoff.ts'
import type { FinishingFacts } from './rules.ts'
import { lateAtOf } from './same-day.ts'

/** Questions of this agreement that were neither answered nor put off. */
export function unaskedOf(
  handoff: Pick<Handoff, 'questionsLater'>,
  at: { consents: readonly Consent[]; partnerId: string | null; questions: readonly Scope[]; now: Date },
): Scope[] {
  const { consents, partnerId, questions, now } = at
  if (partnerId === null) return [...questions]
  return questions.filter(
    (scope) =>
      !handoff.questionsLater.includes(scope) &&
      standingOf(consents, { scope, partnerId, now }).is === 'not_asked',
  )
}

type Read = { referral: Referral; handoff: Handoff; now: Date }

/** The questions to ask for the agency chosen; the two every referral needs while none is. */
export async function questionsOf(tx: Transaction, referral: Referral, on: string): Promise<Scope[]> {
  const gate = referral.partnerId === null ? undefined : await gateOf(tx, referral.partnerId, on)
  return questionsFor(gate?.agreement ?? { schoolToPartner: [], partnerToSchool: [] })
}

/** Everything completion is judged by, read at this moment; the reason for a miss is the caller's to add. */
export async function finishingFacts(
  tx: Transaction,
  { referral, handoff, now }: Read,
): Promise<{ facts: Omit<FinishingFacts, 'missReason'>; calendar: SchoolCalendar }> {
  const { partnerId } = referral
  const calendar = await calendarOf(tx)
  const [consents, visit, questions] = await Promise.all([
    consentsForReferral(tx, referral.id),
    firstVisitOf(tx, referral.id),
    questionsOf(tx, referral, dayOf(calendar, now)),
  ])
  const declined =
    partnerId !== null &&
    standingOf(consents, { scope: 'referral_disclosure', partnerId, now }).is === 'declined'
  const facts = {
    handoff,
    partnerChosen: partnerId !== null,
    sentAt: referral.sentAt,
    partnerReceivedAt: referral.receivedAt,
    declinedToShare: declined,
    unasked: unaskedOf(handoff, { consents, partnerId, questions, now }),
    visitBooked: visit !== undefined,
    late: now >= lateAtOf(handoff, calendar),
  }
  return { facts, calendar }
}
