import type { Visit } from '#referrals/contract.ts'

/** Ways a visit can be made easier to keep [R083]. */
export const flexibilities = ['after_hours', 'weekend', 'telehealth', 'home', 'on_campus'] as const
export type Flexibility = (typeof flexibilities)[number]

/** A visit as the school books it, with what made it later than the same week. */
export type Appointment = Visit & {
  readonly flexible: readonly Flexibility[]
  readonly bookedByName: string
}
