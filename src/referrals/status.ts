/** The closed status vocabulary: what a partner and a school exchange, and nothing else [R069]. */
export const statuses = [
  'received',
  'accepted',
  'not_accepted',
  'scheduled',
  'first_appointment_completed',
  'ongoing_engagement',
  'disengaged',
  'redirected',
] as const
export type Status = (typeof statuses)[number]

/**
 * Who says so: the agency, the school with the agency on the phone, or the family. Kept apart for ever
 * [R085].
 */
export const statusSources = ['partner', 'school_confirmed', 'family_reported'] as const
export type StatusSource = (typeof statusSources)[number]

/** One status row: never changed, never removed [R070]. */
export type StatusRow = {
  id: string
  referralId: string
  status: Status
  /** For ongoing engagement. */
  answer: boolean | null
  reason: string | null
  suggestedPartnerId: string | null
  source: StatusSource
  happenedAt: Date
  enteredAt: Date
  enteredBy: string
}
