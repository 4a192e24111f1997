import type { ObstacleAtTheGate } from './rules.ts'

/** Steps somebody does and records. The others are read from the records they leave. */
export const recordedSteps = ['training', 'contacts', 'crisis_contact', 'data_check'] as const
export type RecordedStep = (typeof recordedSteps)[number]

export const onboardingSteps = ['agreement', 'legal', 'intake_route', ...recordedSteps] as const
export type OnboardingStep = (typeof onboardingSteps)[number]

export type OnboardingFacts = {
  gate: readonly ObstacleAtTheGate[]
  hasRoute: boolean
  /** Day each recorded step was done. */
  doneOn: { readonly [step in RecordedStep]?: string | undefined }
}

const isAboutAgreement = (obstacle: ObstacleAtTheGate) =>
  obstacle.startsWith('agreement') || obstacle === 'no_agreement' || obstacle === 'questions_unanswered'

/** What is still missing before an agency may receive referrals, in the order of the list [R288]. */
export function missingSteps({ gate, hasRoute, doneOn }: OnboardingFacts): OnboardingStep[] {
  const missing: Record<OnboardingStep, boolean> = {
    agreement: gate.some(isAboutAgreement),
    legal: gate.some((obstacle) => !isAboutAgreement(obstacle)),
    intake_route: !hasRoute,
    training: doneOn.training === undefined,
    contacts: doneOn.contacts === undefined,
    crisis_contact: doneOn.crisis_contact === undefined,
    data_check: doneOn.data_check === undefined,
  }
  return onboardingSteps.filter((step) => missing[step])
}
