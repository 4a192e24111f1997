/** Items of a packet a school may send. The order is the order of a packet. */
export const schoolItems = [
  'identity',
  'caregiver_contact',
  'language',
  'reason',
  'urgency',
  'service_sought',
  'school_contact',
  'transport',
  'coverage',
  'academic_observations',
  'school_alert',
] as const
export type SchoolItem = (typeof schoolItems)[number]

/** Items an agency may tell a school during treatment. No item holds anything clinical. */
export const partnerItems = [
  'status',
  'appointment',
  'participation',
  'safety_signal',
  'agency_alert',
] as const
export type PartnerItem = (typeof partnerItems)[number]

/**
 * What a district and an agency agreed. The two lists answer the two open questions of any partnership: how
 * much of the education record goes to the provider, and what the provider may tell the school [R152].
 */
export type Agreement = {
  id: string
  partnerId: string
  title: string
  startsOn: string
  endsOn: string
  schoolToPartner: SchoolItem[]
  partnerToSchool: PartnerItem[]
  suspendedAt: Date | null
}

/** The legal office cleared one use of data under one agreement [R139]. */
export type SignOff = {
  id: string
  agreementId: string
  scope: string
  signedBy: string
  signedOn: string
  endsOn: string
  withdrawnAt: Date | null
}

/** A document on file and the first and the last day it holds. */
export type Lasting = { id: string; partnerId: string; startsOn: string; endsOn: string }
