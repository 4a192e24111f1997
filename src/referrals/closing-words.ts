import { catalog } from '#platform/words.ts'
import type { Attribution, Ending, ObstacleToClosing } from './closing-rules.ts'
import type { Confirmation } from './loop.ts'

const obstacles = {
  already_ended: 'This referral has ended already.',
  acceptance_missing:
    'No agency has received and accepted it yet. Ask the agency, or choose another one with the family.',
  first_visit_missing: 'No assessment or first treatment has been held yet. The agency records the visit.',
  feedback_missing: 'The school has not confirmed that it knows enough. Confirm the feedback first.',
  exit_criterion_missing: 'Choose the exit criterion that is met.',
  step_down_missing: 'Write down what goes on at school, or how support steps down.',
  plan_missing: 'Write down the plan that takes the place of this referral.',
  attribution_missing:
    'Say what the missing connection is put down to: the family’s choice, the service, or a barrier.',
  reason_missing: 'Name the barrier, or why the service could not accept.',
  voice_missing: 'Say who told you what the family chose.',
  channel_missing: 'Say how they told you.',
  destination_missing:
    'The roster does not say yet that the student left. Write down where the family moved to.',
  sign_off_missing: 'High need: the designated lead agrees to this ending first.',
  not_high_need: 'Only a high-need case needs this agreement.',
  already_signed: 'This ending is agreed to already.',
} satisfies Record<ObstacleToClosing, string> & Record<string, string>
export type ClosingObstacle = keyof typeof obstacles

/** Why a case cannot be closed this way yet, and what clears it. */
export const closingObstacleWords = catalog({ en: obstacles })

export const endingWords = catalog({
  en: {
    connected: 'Connected to care',
    alternative_plan: 'Another plan is in place',
    family_choice: 'Family choice',
    moved: 'Moved away',
    redirected: 'Passed to another agency',
    withdrawn: 'Withdrawn by the family',
  } satisfies Record<Ending | 'redirected' | 'withdrawn', string>,
})

export const attributionWords = catalog({
  en: {
    family_choice: 'Family choice',
    service_could_not_accept: 'The service could not accept',
    intake_barrier: 'Intake did not work, with a named barrier',
  } satisfies Record<Attribution, string>,
})

/** The loop in words: three confirmations, each done or owed. */
export const loopWords = catalog({
  en: {
    closed: 'Loop closed',
    open: 'Loop open',
    'open.received_and_accepted': 'Loop open: acceptance missing',
    'open.first_visit_held': 'Loop open: first visit missing',
    'open.school_knows_enough': 'Loop open: feedback missing',
    received_and_accepted: 'Received and accepted',
    first_visit_held: 'First visit held',
    school_knows_enough: 'Enough feedback to school',
  } satisfies Record<Confirmation, string> & Record<string, string>,
})
