import type { Due } from '#standards/contract.ts'

/** What a visit is for. An intake is paperwork; assessment and treatment are meaningful. */
export const visitKinds = ['intake', 'assessment', 'first_treatment', 'follow_up'] as const
export type VisitKind = (typeof visitKinds)[number]

export const visitModalities = [
  'in_person',
  'on_campus',
  'home',
  'telehealth',
  'telepsychiatry',
  'telepsychology',
] as const
export type VisitModality = (typeof visitModalities)[number]

export const visitResults = [
  'attended',
  'no_show',
  'cancelled_by_family',
  'cancelled_by_provider',
  'cancelled_by_school',
  'rescheduled',
] as const
export type VisitResult = (typeof visitResults)[number]

/** One appointment and its one result. A missed one stays missed when another is booked [R076] [R083]. */
export type Visit = {
  id: string
  referralId: string
  studentId: string
  partnerId: string
  kind: VisitKind
  startsAt: Date
  minutes: number
  place: string
  modality: VisitModality
  /** For a visit by video: whether it was made sure that the student has a private room. */
  privateSpace: boolean
  withWhom: string | null
  bookedBy: string
  bookedAt: Date
  result: VisitResult | null
  resultAt: Date | null
  resultBy: string | null
  /** The one it was rebooked from. */
  replacesId: string | null
  /** Why a first visit lies later than the same week, a code of the barrier list; null where it does not. */
  lateReason: string | null
}

/** A time an agency offers, until the navigator books it with the family. */
export type VisitOffer = Pick<
  Visit,
  | 'id'
  | 'referralId'
  | 'studentId'
  | 'partnerId'
  | 'kind'
  | 'startsAt'
  | 'minutes'
  | 'place'
  | 'modality'
  | 'withWhom'
> & {
  offeredBy: string
  offeredAt: Date
  appointmentId: string | null
}

/** That a family is reminded of a visit: by when, and the standard and version that say so [R057]. */
export type ReminderPlan = {
  readonly id: string
  readonly dueAt: Date
  readonly standard: Due['standard'] & { readonly version: number }
}

/** The visits that count as a first meaningful appointment. */
const meaningful: readonly VisitKind[] = ['assessment', 'first_treatment']
export const isMeaningful = (kind: VisitKind): boolean => meaningful.includes(kind)
