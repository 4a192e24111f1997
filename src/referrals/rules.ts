import type { ReferralAct, ReferralState } from './lifecycle.ts'
import { referralLifecycle } from './lifecycle.ts'
import type { Telling } from './telling.ts'
import type { Visit, VisitResult } from './visit.ts'

/**
 * What every post of an agency is judged by: where the referral stands, and whether it may be told to the
 * school.
 */
export type Posting = { state: ReferralState; telling: Pick<Telling, 'scope' | 'consentId' | 'agreed'> }

export type ObstacleToTelling = 'not_shared' | 'participation_not_shared' | 'safety_not_shared' | 'not_agreed'

const unshared = {
  status_feedback: 'not_shared',
  participation: 'participation_not_shared',
  safety_signals: 'safety_not_shared',
} as const

/**
 * Why nothing may be told: the family did not agree, or the agreement does not let it cross [R071] [R072].
 */
export const obstaclesToTelling = ({ telling }: Pick<Posting, 'telling'>): ObstacleToTelling[] => [
  ...(telling.consentId === null ? [unshared[telling.scope]] : []),
  ...(telling.agreed ? [] : (['not_agreed'] as const)),
]

export type ObstacleToMoving = 'referral_ended' | 'not_at_this_step'

/** Why the referral cannot take this step from where it stands. */
export function obstaclesToStep(state: ReferralState, act: ReferralAct): ObstacleToMoving[] {
  if (referralLifecycle.ends(state)) return ['referral_ended']
  return referralLifecycle.allows(state, act) ? [] : ['not_at_this_step']
}

export type ObstacleToPosting = ObstacleToTelling | ObstacleToMoving

/** Both at once: what an agency hears when it answers, says how it goes, or asks for another agency. */
export const obstaclesToPosting = (posting: Posting, act: ReferralAct): ObstacleToPosting[] => [
  ...obstaclesToStep(posting.state, act),
  ...obstaclesToTelling(posting),
]

/** An open referral an agency has accepted, whatever step it is at. */
const underWay: readonly ReferralState[] = ['accepted', 'scheduled', 'in_service', 'disengaged']
export const isUnderWay = (state: ReferralState): boolean => underWay.includes(state)

/** Why an agency that has the case cannot say something about it. */
export const obstaclesWhileTreating = (posting: Posting): ObstacleToPosting[] => [
  ...(referralLifecycle.ends(posting.state)
    ? (['referral_ended'] as const)
    : isUnderWay(posting.state)
      ? []
      : (['not_at_this_step'] as const)),
  ...obstaclesToTelling(posting),
]

const listed = (known: readonly string[], code: string): 'reason_not_listed'[] =>
  known.includes(code) ? [] : ['reason_not_listed']

/** A coded reason must stand on the list in force [R040]. */
export const obstaclesToReason = (
  known: readonly string[],
  code: string | undefined,
): ('reason_not_listed' | 'reason_missing')[] =>
  code === undefined ? ['reason_missing'] : listed(known, code)

export type ObstacleToResult = 'already_recorded' | 'not_yet'

/**
 * Attendance is known only once the visit has begun; a result stays as it was first entered [R076] [R083].
 */
export function obstaclesToResult(
  visit: Pick<Visit, 'result' | 'startsAt'>,
  result: VisitResult,
  now: Date,
): ObstacleToResult[] {
  const wantsPast = result === 'attended' || result === 'no_show'
  return [
    ...(visit.result === null ? [] : (['already_recorded'] as const)),
    ...(wantsPast && visit.startsAt > now ? (['not_yet'] as const) : []),
  ]
}

/**
 * Which of the family's answers a visit's result needs: the first visits belong to status and dates;
 * whether somebody came each time after that is participation, asked apart [R072].
 */
export const scopeOfResult = (visit: Pick<Visit, 'kind'>): 'status_feedback' | 'participation' =>
  visit.kind === 'follow_up' ? 'participation' : 'status_feedback'

export type ObstacleToBooking = 'in_the_past' | 'visit_still_open' | 'nothing_to_replace'

type Booking = {
  startsAt: Date
  now: Date
  /** The visit this one stands in for, when it is a rebooking. */
  replaced: Pick<Visit, 'result'> | undefined
  replaces: boolean
  open: readonly Pick<Visit, 'id'>[]
}

/** Why a visit cannot be booked: it lies in the past, or another one is open that this does not move. */
export const obstaclesToBooking = ({
  startsAt,
  now,
  replaced,
  replaces,
  open,
}: Booking): ObstacleToBooking[] => [
  ...(startsAt <= now ? (['in_the_past'] as const) : []),
  ...(replaces && replaced === undefined ? (['nothing_to_replace'] as const) : []),
  ...(open.length > 0 && !(replaced?.result === null) ? (['visit_still_open'] as const) : []),
]

export type ObstacleToHolding = 'clinician_missing' | 'clinician_unknown' | 'credential_missing'

/**
 * Clinical responsibility is accepted by somebody with a name, never by an agency as such [R154]. Whoever
 * does not sign in as a clinician of the agency is known to be one by their credential [R156].
 */
export const obstaclesToNaming = (named: {
  clinicianId: string | undefined
  known: boolean
  name: string | undefined
  credential: string | undefined
}): ObstacleToHolding[] => [
  ...(named.clinicianId === undefined && named.name === undefined ? (['clinician_missing'] as const) : []),
  ...(named.clinicianId !== undefined && !named.known ? (['clinician_unknown'] as const) : []),
  ...(named.clinicianId === undefined && named.name !== undefined && named.credential === undefined
    ? (['credential_missing'] as const)
    : []),
]

/** A day that was given for something that happened: not ahead of now. */
export const obstaclesToHappened = (happenedAt: Date, now: Date): 'not_happened_yet'[] =>
  happenedAt > now ? ['not_happened_yet'] : []
