import type { Scope } from '#consent/contract.ts'
import type { Handoff } from './handoff.ts'
import { handoffLifecycle } from './lifecycle.ts'

/**
 * What completion is judged by: the handoff's own row, and what stands in consents, referral and
 * appointments.
 */
export type FinishingFacts = {
  readonly handoff: Handoff
  readonly partnerChosen: boolean
  readonly sentAt: Date | null
  /** When the agency itself confirmed receipt, if it did. */
  readonly partnerReceivedAt: Date | null
  readonly declinedToShare: boolean
  /** Questions that are to be asked and have no answer, not even "later". */
  readonly unasked: readonly Scope[]
  readonly visitBooked: boolean
  /** The same-day standard was missed. */
  readonly late: boolean
  readonly missReason: string | undefined
}

const obstacles = {
  closed: ({ handoff }) => !handoffLifecycle.allows(handoff.state, 'complete') && handoff.state !== 'ended',
  family_choice: ({ handoff, declinedToShare }) => declinedToShare || handoff.state === 'ended',
  no_partner: ({ partnerChosen }) => !partnerChosen,
  point_service: ({ handoff }) => handoff.pointServiceAt === null,
  point_intake: ({ handoff }) => handoff.pointIntakeAt === null,
  point_information: ({ handoff }) => handoff.pointInformationAt === null,
  point_choices: ({ handoff }) => handoff.pointChoicesAt === null,
  no_conversation: ({ handoff }) => handoff.conversationMode === null || handoff.caregiverId === null,
  student_part_unsaid: ({ handoff }) => handoff.studentTookPart === null,
  questions_open: ({ unasked }) => unasked.length > 0,
  not_sent: ({ sentAt }) => sentAt === null,
  receipt_unconfirmed: ({ handoff, partnerReceivedAt }) =>
    handoff.receiptAt === null && partnerReceivedAt === null,
  no_visit: ({ visitBooked }) => !visitBooked,
  logistics_unsettled: ({ handoff }) => handoff.logisticsAt === null,
  plan_not_given: ({ handoff }) => handoff.planGivenAt === null,
  late_without_reason: ({ late, missReason }) => late && missReason === undefined,
} satisfies Record<string, (facts: FinishingFacts) => boolean>

export type ObstacleToFinishing = keyof typeof obstacles

/**
 * Every reason the handoff is not complete, at once and in the order of the call [R052]. A phone number or a
 * flyer is none of these things, so it cannot complete one. A family that chose not to share has nothing
 * left to clear.
 */
export function obstaclesToFinishing(facts: FinishingFacts): ObstacleToFinishing[] {
  if (obstacles.family_choice(facts)) return ['family_choice']
  return (Object.keys(obstacles) as ObstacleToFinishing[]).filter((name) => obstacles[name](facts))
}

/** The parts of the page, in the order of the call. */
export const parts = ['conversation', 'consent', 'send', 'receipt', 'visit', 'logistics', 'plan'] as const
export type Part = (typeof parts)[number]

/** Which part of the page clears an obstacle. */
export const partOf: Readonly<Record<ObstacleToFinishing, Part | 'finish'>> = {
  closed: 'finish',
  family_choice: 'consent',
  no_partner: 'conversation',
  point_service: 'conversation',
  point_intake: 'conversation',
  point_information: 'conversation',
  point_choices: 'conversation',
  no_conversation: 'conversation',
  student_part_unsaid: 'conversation',
  questions_open: 'consent',
  not_sent: 'send',
  receipt_unconfirmed: 'receipt',
  no_visit: 'visit',
  logistics_unsettled: 'logistics',
  plan_not_given: 'plan',
  late_without_reason: 'finish',
}
