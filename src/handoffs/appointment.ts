import type { Visit, VisitKind } from '#referrals/contract.ts'

/** Ways a visit can be made easier to keep [R083]. */
export const flexibilities = ['after_hours', 'weekend', 'telehealth', 'home', 'on_campus'] as const
export type Flexibility = (typeof flexibilities)[number]

/** A visit as the school books it, with what made it later than the same week. */
export type Appointment = Visit & {
  readonly flexible: readonly Flexibility[]
  /** A code of the barrier list; only when it lies after the same-week date. */
  readonly lateReason: string | null
  readonly bookedByName: string
}

/** The visits the same-week standard speaks of: the first that is held. */
const first: readonly VisitKind[] = ['intake', 'assessment', 'first_treatment']
export const isFirstVisit = (kind: VisitKind): boolean => first.includes(kind)
