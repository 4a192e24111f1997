import type { SchoolCalendar } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { type Due, dueAt, modelInForce } from '#standards/contract.ts'
import type { Referral } from './referral.ts'
import { clockTierOf } from './tier-store.ts'
import type { Visit, VisitKind } from './visit.ts'

/**
 * When the first visit is due under the same-week standard that was in force when the referral was opened
 * [R016], and the first instant that misses it.
 */
export async function sameWeekOf(
  tx: Transaction,
  referral: Pick<Referral, 'id' | 'referredAt' | 'highNeed'>,
  calendar: SchoolCalendar,
): Promise<Pick<Due, 'dueAt' | 'lateAt'>> {
  const model = await modelInForce(tx, referral.referredAt)
  const tier = await clockTierOf(tx, referral.id, model)
  const { referredAt: startedAt, highNeed } = referral
  return dueAt(calendar, model.time_standards.body, { clock: 'assessment', startedAt, highNeed, tier })
}

/** The visits the same-week standard speaks of: the first that is held. */
const first: readonly VisitKind[] = ['intake', 'assessment', 'first_treatment']
const isFirstVisit = (kind: VisitKind): boolean => first.includes(kind)

type Wanted = Pick<Visit, 'kind' | 'startsAt'> & {
  referral: Pick<Referral, 'firstSeenAt'>
  lateAt: Date
}

/**
 * Whether a first visit lies later than the same week [R016]. Follow-ups and visits after the first are not
 * judged.
 */
export const isLate = ({ referral, kind, startsAt, lateAt }: Wanted): boolean =>
  referral.firstSeenAt === null && isFirstVisit(kind) && startsAt >= lateAt

export type SameWeek = 'kept' | 'missed' | 'open'

/**
 * What became of the standard on one referral: kept by a first visit that was held in time; missed by one
 * that was held or is booked later, or by none until the week was over; open until then.
 */
export function sameWeekResult(
  visits: readonly Pick<Visit, 'kind' | 'startsAt' | 'result'>[],
  { lateAt, now }: { lateAt: Date; now: Date },
): SameWeek {
  const counted = visits.filter(
    ({ kind, result }) => isFirstVisit(kind) && (result ?? 'attended') === 'attended',
  )
  const startsAt = Math.min(...counted.map((visit) => visit.startsAt.getTime()))
  if (counted.some((visit) => visit.result === 'attended' && visit.startsAt < lateAt)) return 'kept'
  if (now >= lateAt || (counted.length > 0 && startsAt >= lateAt.getTime())) return 'missed'
  return 'open'
}
