/** What a family can have chosen. None of it asks for a reason, and none of it counts against anybody. */
export const familyChoices = [
  'accepted',
  'declined',
  'picked_agency',
  'waits',
  'withdrew',
  'declined_help',
  'declined_need',
] as const
export type FamilyChoiceKind = (typeof familyChoices)[number]

/** A choice of a family, as it was kept where it was made. */
export type FamilyChoice = {
  readonly kind: FamilyChoiceKind
  readonly at: Date
  /** The agency it was about; null where it was about none. */
  readonly partnerName: string | null
  /** What was declined: a code of its list; of waiting, the last day. */
  readonly detail: string | null
}
