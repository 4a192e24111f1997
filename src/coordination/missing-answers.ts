import type { SchoolCalendar } from '#district/contract.ts'
import { choseNotToShare } from '#referrals/contract.ts'
import { dueAt, type Model, type Tier } from '#standards/contract.ts'
import { type SchoolCare, factsAtSchool } from './school-care.ts'
import { type Gap, gapsOf } from './six-answers.ts'
import type { NextVisit, StudentReferral } from './student-store.ts'

/** What the six answers of one student are read from. */
export type Facts = {
  readonly calendar: SchoolCalendar
  readonly model: Pick<Model, 'time_standards'>
  readonly held: readonly { referralId: string | null }[]
  readonly nextVisit: NextVisit | undefined
  readonly unreportedAt: Date | null
  readonly measures: readonly unknown[]
  readonly leads: readonly unknown[]
  readonly head: string
  readonly now: Date
  /** The tier by which the clocks of each referral run; of one that is not here, none was decided. */
  readonly clockTiers: ReadonlyMap<string, Tier | null>
}

/**
 * Once care has begun a next visit is asked for by the clock for silence; before that it is what is owed
 * next.
 */
export function nextVisitDueAt(
  referral: Pick<StudentReferral, 'engagedAt' | 'firstSeenAt' | 'highNeed'> & {
    nextDueAt: Date | null
    clockTier: Tier | null
  },
  { calendar, model }: Pick<Facts, 'calendar' | 'model'>,
): Date | null {
  const since = referral.engagedAt ?? referral.firstSeenAt
  if (since === null) return referral.nextDueAt
  const { highNeed, clockTier: tier } = referral
  const clock = { clock: 'silent', startedAt: since, highNeed, tier } as const
  return dueAt(calendar, model.time_standards.body, clock).dueAt
}

/** Which of the six answers are missing on an open referral. Nobody owes anything on one that has ended. */
export function missingOn(active: StudentReferral | undefined, facts: Facts): Gap[] {
  if (active === undefined || active.endedAt !== null || active.nextDueAt === null) return []
  const { calendar, model, held, nextVisit, unreportedAt, measures, leads, head, now } = facts
  const clockTier = facts.clockTiers.get(active.id) ?? null
  const meeting = {
    clock: 'progress_meeting',
    startedAt: active.referredAt,
    highNeed: active.highNeed,
    tier: clockTier,
  } as const
  return gapsOf({
    held: held.some(({ referralId }) => referralId === active.id),
    consentAsked: active.consentAt !== null || active.declinedAt !== null,
    clinicianOwedSince: active.clinicianOwedSince,
    declined: choseNotToShare(active),
    nextVisitAt: nextVisit?.startsAt ?? null,
    unreportedAt,
    askFamily: active.nextStep === 'contact_family',
    nextVisitDueAt: nextVisitDueAt({ ...active, clockTier }, facts),
    onlyToClose: active.nextStep === 'close_loop',
    crisisLead: leads.length > 0,
    measured: measures.length > 0,
    navigator: active.navigatorName,
    partner: active.partnerShortName,
    decider: active.deciderName ?? active.navigatorName,
    nextOwner: active.nextOwner,
    nextDueAt: active.nextDueAt,
    handoffDueAt: active.handoffDueAt ?? active.nextDueAt,
    measuresDueAt: dueAt(calendar, model.time_standards.body, meeting).dueAt,
    head,
    now,
  })
}

/** Which of the six are missing for a student who is held at school. */
export const missingAtSchool = (care: SchoolCare, facts: Facts): Gap[] =>
  gapsOf(
    factsAtSchool(care, {
      ...facts,
      crisisLead: facts.leads.length > 0,
      measured: facts.measures.length > 0,
    }),
  )
