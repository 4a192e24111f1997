import type { Blank } from './rules.ts'

/** The steps of the script in their order, each with the blanks that keep it open. */
const blanksOfStep = {
  safety: ['safety_blank'],
  lead: ['lead_silent'],
  roles: ['stays_blank', 'tells_caregiver_blank', 'writes_blank', 'plans_return_blank'],
  rubric: ['rubric_blank'],
  response: ['response_blank', 'result_blank', 'departure_blank', 'high_without_help'],
  caregiver: ['caregiver_blank', 'told_words_blank'],
  clinician: ['clinician_blank', 'clinician_on_record'],
  report: ['report_blank'],
  handover: ['handover_blank', 'handover_words_blank'],
  facts: ['student_blank', 'place_blank', 'known_by_blank', 'danger_blank'],
} as const satisfies Record<string, readonly Blank[]>
export type Step = keyof typeof blanksOfStep
export const steps = Object.keys(blanksOfStep) as Step[]

/** Whether nothing of a step is blank. */
export const isDone = (step: Step, blanks: readonly Blank[]): boolean =>
  !blanks.some((blank) => (blanksOfStep[step] as readonly Blank[]).includes(blank))

/** What stays blank while help is on its way: nobody waits for it with the rest. */
const untilTheyCome: readonly Blank[] = ['result_blank', 'high_without_help']

/** What stays blank for whoever is not trained to run the rubric, once somebody who is was asked. */
const untilTrained: readonly Blank[] = ['rubric_blank']

/**
 * What to do now: the first step with a blank. Nobody waits for the lead, for help that is on its way, or for
 * somebody trained who was asked: meanwhile the next step is next.
 */
export function stepNow(
  blanks: readonly Blank[],
  { isHelpComing, isRubricAsked = false }: { isHelpComing: boolean; isRubricAsked?: boolean },
): Step | 'close' {
  const waits = [...(isHelpComing ? untilTheyCome : []), ...(isRubricAsked ? untilTrained : [])]
  const left = blanks.filter((blank) => !waits.includes(blank))
  const next = steps.find((step) => step !== 'lead' && !isDone(step, left))
  if (next !== undefined) return next
  if (!isDone('rubric', blanks)) return 'rubric'
  if (!isDone('response', blanks)) return 'response'
  return isDone('lead', blanks) ? 'close' : 'lead'
}
