import type { ReferralState } from './lifecycle.ts'
import type { StepFacts } from './next-step.ts'

/** The facts a step follows from that a referral's own row does not hold, by where they are read. */
export const around = {
  handoff: ['handoffDueAt', 'declinedAt', 'supportSettledAt'],
  visits: ['nextAppointmentAt', 'moveAskedAt', 'missedAt'],
  feedback: ['feedbackConfirmed'],
} as const satisfies Record<string, readonly (keyof StepFacts)[]>
export type Room = keyof typeof around
export type FactsAround = Pick<StepFacts, (typeof around)[Room][number]>

/** Which of them the rules of a state read: each question costs every act that moves a referral. */
export const readIn: Partial<Record<ReferralState, Room>> = {
  handoff_open: 'handoff',
  accepted: 'visits',
  scheduled: 'visits',
  in_service: 'feedback',
}

/** What the facts of the other rooms are left at. @param now when a handoff that there is not would be due */
export const noneAround = (now: Date): FactsAround => ({
  handoffDueAt: now,
  declinedAt: null,
  supportSettledAt: null,
  nextAppointmentAt: null,
  moveAskedAt: null,
  missedAt: null,
  feedbackConfirmed: false,
})
