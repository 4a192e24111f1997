import { isLate, type Referral, type Visit, type VisitKind } from '#referrals/contract.ts'

export type BookingFacts = {
  readonly referral: Pick<Referral, 'sentAt' | 'endedAt' | 'firstSeenAt'>
  /** Whether the family's yes to the referral holds: the agency sees a visit at once. */
  readonly shared: boolean
  readonly kind: VisitKind
  readonly startsAt: Date
  /** The first instant that misses the same-week standard. */
  readonly lateAt: Date
  readonly lateReason: string | undefined
  /** The student has to be in class then, as was agreed; and why it is booked all the same [R168]. */
  readonly cutsIntoClass: boolean
  readonly classReason: string | undefined
  /**
   * The visit this one stands in for; undefined when it is a new one, null when it is not of this referral.
   */
  readonly replaced: Pick<Visit, 'id' | 'result'> | null | undefined
  /** Visits booked and without a result, apart from the one replaced. */
  readonly open: readonly Pick<Visit, 'id'>[]
  readonly now: Date
}

const obstacles = {
  not_sent: ({ referral }) => referral.sentAt === null,
  not_shared: ({ referral, shared }) => referral.sentAt !== null && !shared,
  referral_ended: ({ referral }) => referral.endedAt !== null,
  in_the_past: ({ startsAt, now }) => startsAt <= now,
  visit_still_open: ({ open }) => open.length > 0,
  nothing_to_replace: ({ replaced }) => replaced === null,
  kept_already: ({ replaced }) => replaced?.result === 'attended',
  late_without_reason: (facts) => isLate(facts) && facts.lateReason === undefined,
  in_class_time: ({ cutsIntoClass, classReason }) => cutsIntoClass && classReason === undefined,
} satisfies Record<string, (facts: BookingFacts) => boolean>

export type ObstacleToBookingVisit = keyof typeof obstacles

/**
 * Every reason a visit cannot be booked. One later than the same week needs a reason; it is never silently
 * late.
 */
export const obstaclesToBooking = (facts: BookingFacts): ObstacleToBookingVisit[] =>
  (Object.keys(obstacles) as ObstacleToBookingVisit[]).filter((name) => obstacles[name](facts))
