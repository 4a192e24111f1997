import type { Viewing } from '#access/look.ts'
import type { shelfOf } from '#consent/contract.ts'
import { packetFacts } from './packet-store.ts'
import { besideReferral } from './record-store.ts'
import type { Referral } from './referral.ts'
import type { ReferralNames } from './referral-page-store.ts'
import type { StatusListed } from './status-store.ts'

type Known = {
  names: ReferralNames
  consents: ReturnType<typeof shelfOf>
  /** Whether they care for the student, and so read what the student needs to be met with. */
  cares: boolean
  /** The consent on which it left, whatever became of it since. */
  sentOn: string | undefined
  statuses: readonly Pick<StatusListed, 'status' | 'happenedAt'>[]
  nextVisitAt: Date | null
}

/** The answers it rests on: every yes in force, and what was once a yes of the consent it was sent on. */
const reliedOn = ({ consents, sentOn }: Known) =>
  consents
    .filter(
      ({ is, consentId }) =>
        is === 'in_force' || (consentId === sentOn && (is === 'ended' || is === 'withdrawn')),
    )
    .map(({ scope, is, since, endsOn }) => ({ scope, is, since, endsOn }))

/** What the student needs to be met with, in the words a packet would say it in. */
async function needs({ tx, now }: Viewing, referral: Referral) {
  const { language } = await packetFacts(tx, referral, { now, caregiverId: null })
  if (language === null) return undefined
  const { accommodation, ...spoken } = language
  return { language: spoken, accommodation }
}

const endingOf = ({ ending, ...rest }: Awaited<ReturnType<typeof besideReferral>>) =>
  ending === null ? null : { ending, attributedTo: rest.attributedTo, reason: rest.reason, at: rest.endedAt }

/**
 * Everything a referral holds, field by field [R028]. A field of a class that who looks may not know is not
 * there at all; one that is known and empty is null.
 */
export async function recordOf(view: Viewing, referral: Referral, known: Known) {
  const { names } = known
  const beside = await besideReferral(view.tx, referral.id)
  return {
    student: names.studentName,
    school: names.schoolName,
    ...(view.knows('triage') && { tier: names.tier, triagedAt: beside.triagedAt }),
    // A referral is what path (b) opens, also where the agency of another one asked for it.
    path: 'b' as const,
    reasonCategory: referral.reasonCategory,
    serviceSought: referral.serviceSought,
    modality: referral.modality,
    ...(known.cares && view.knows('background') && (await needs(view, referral))),
    ...(view.knows('concerns') && { referrer: { name: beside.referrerName, source: beside.source } }),
    navigator: names.navigatorName,
    partner: names.partnerName,
    highNeed: referral.highNeed,
    ...(view.knows('consent') && { consents: reliedOn(known) }),
    status: { is: referral.state, since: referral.stateSince, told: known.statuses },
    ...(view.knows('visits') && { nextAppointmentAt: known.nextVisitAt }),
    next:
      referral.nextStep === null
        ? null
        : { action: referral.nextStep, owner: referral.nextOwner, dueAt: referral.nextDueAt },
    outcome: endingOf(beside),
  }
}
export type ReferralRecord = Awaited<ReturnType<typeof recordOf>>
