/** On which ground something may be told without consent. */
export const bases = ['health_safety_emergency', 'mandated_report'] as const
export type Basis = (typeof bases)[number]

/** What may be told, item by item. What a clinician knows is not among it, so that it cannot be chosen. */
export const toldItems = [
  'identity',
  'appearance',
  'whereabouts',
  'what_was_observed',
  'caregiver_contact',
  'school_contact',
  'language',
] as const
export type ToldItem = (typeof toldItems)[number]

/** Offices that are told in an emergency. */
const emergencyOffices = [
  'emergency_services',
  'police',
  'hospital',
  'crisis_team',
  'agency',
  'caregiver',
] as const
/** Offices that take a report the law makes a duty. */
const reportOffices = ['child_protection', 'police'] as const
export const offices = [...emergencyOffices, 'child_protection'] as const
export type Office = (typeof offices)[number]

/** The offices each ground speaks of. */
export const officesOf: Readonly<Record<Basis, readonly Office[]>> = {
  health_safety_emergency: emergencyOffices,
  mandated_report: reportOffices,
}

export const channels = ['phone', 'in_person', 'writing'] as const
export type Channel = (typeof channels)[number]

/** Who in the family reads of it on the family page. */
export const familyReaders = ['family', 'student', 'nobody'] as const
export type FamilyReaders = (typeof familyReaders)[number]

export const findings = ['within_basis', 'more_than_needed', 'not_within_basis'] as const
export type Finding = (typeof findings)[number]

/** Something told about a student without consent. Never edited. */
export type Exception = {
  readonly id: string
  readonly studentId: string
  readonly schoolId: string | null
  readonly basis: Basis
  /** The articulable and significant threat, in an emergency; null while the incident does not say it. */
  readonly threat: string | null
  readonly items: readonly ToldItem[]
  readonly recipientKind: Office
  readonly recipientName: string
  readonly recipientOffice: string
  readonly channel: Channel
  readonly reportReference: string | null
  readonly familySees: FamilyReaders
  readonly disclosedAt: Date
  readonly disclosedBy: string
  readonly recordedAt: Date
  readonly reviewDueAt: Date
  /** The incident it was told in, which says the threat, and the entry by which it was. */
  readonly incidentId: string | null
  readonly entryId: string | null
  /** The incident during which a report was made that the law makes a duty. */
  readonly reportedInId: string | null
}

/** One as it is read: with names, and with what the review found. */
export type SeenException = Exception & {
  readonly studentName: string
  readonly schoolName: string | null
  readonly disclosedByName: string
  readonly finding: Finding | null
  readonly note: string | null
  readonly reviewedAt: Date | null
  readonly reviewedByName: string | null
}
