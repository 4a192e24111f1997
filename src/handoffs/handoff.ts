import type { Scope } from '#consent/contract.ts'
import type { ServiceKind } from '#directory/contract.ts'
import type { HandoffState } from './lifecycle.ts'

/** The four things a family hears before anything is sent [R044]. */
export const points = ['service', 'intake', 'information', 'choices'] as const
export type Point = (typeof points)[number]

export const conversationModes = ['in_person', 'phone', 'video'] as const
export type ConversationMode = (typeof conversationModes)[number]

export const transports = ['own_car', 'school_ride', 'bus', 'brought', 'walk', 'online', 'unsettled'] as const
export type Transport = (typeof transports)[number]

export const coverages = ['medicaid', 'private', 'uninsured', 'unknown'] as const
export type Coverage = (typeof coverages)[number]

export const deliveries = ['paper', 'email', 'text_link', 'read_aloud'] as const
export type Delivery = (typeof deliveries)[number]

export const planLanguages = ['en', 'es'] as const

/** Why a student did not take part [R045]. */
export const studentAbsences = ['age', 'student_choice', 'family_choice', 'not_at_school', 'other'] as const

/** What can be asked of an agency. */
export const services = [
  'assessment',
  'individual',
  'group',
  'family',
  'psychiatry',
  'other',
] as const satisfies readonly ServiceKind[]

/** The warm handoff of one referral. Every `…At` is null until it happened. */
export type Handoff = {
  readonly referralId: string
  readonly studentId: string
  readonly navigatorId: string
  readonly state: HandoffState
  /** The triage decision: the same-day clock starts here. */
  readonly openedAt: Date
  readonly dueAt: Date
  /** The time standard and version the due time came from. */
  readonly dueStandard: { readonly clock: string; readonly version: number; readonly unit: string }
  readonly highNeedCriteria: readonly string[]
  readonly firstAttemptAt: Date | null
  readonly pointServiceAt: Date | null
  readonly pointIntakeAt: Date | null
  readonly pointInformationAt: Date | null
  readonly pointChoicesAt: Date | null
  readonly conversationAt: Date | null
  readonly conversationMode: ConversationMode | null
  readonly caregiverId: string | null
  readonly conversationLanguage: string | null
  readonly interpreter: string | null
  readonly studentTookPart: boolean | null
  readonly studentAbsenceReason: string | null
  readonly caregiverPresentAtSend: boolean | null
  readonly caregiverAbsenceReason: string | null
  readonly receiptBy: string | null
  readonly receiptAt: Date | null
  readonly transport: Transport | null
  readonly transportNote: string | null
  readonly accompaniedBy: string | null
  readonly conflicts: readonly string[] | null
  readonly interpreterBooked: boolean | null
  readonly coverage: Coverage | null
  readonly logisticsAt: Date | null
  readonly bringNote: string | null
  readonly planLanguage: string | null
  readonly planDelivery: readonly Delivery[] | null
  readonly planGivenAt: Date | null
  readonly questionsLater: readonly Scope[]
  readonly supportOfferedAt: Date | null
  readonly supportAnswer: 'accepted' | 'later' | 'declined' | null
  readonly completedAt: Date | null
  readonly endedAt: Date | null
  readonly missReason: string | null
  readonly exceptionReason: string | null
  readonly exceptionNote: string | null
  readonly version: number
}

const pointColumns = {
  service: 'pointServiceAt',
  intake: 'pointIntakeAt',
  information: 'pointInformationAt',
  choices: 'pointChoicesAt',
} as const satisfies Record<Point, keyof Handoff>

/** Where the moment a point was confirmed is kept. */
export const columnOf = (point: Point) => pointColumns[point]
