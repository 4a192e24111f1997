import { type MiniStep, type Step as DrawnStep } from '#design/contract.ts'
import type { LineStep } from '../line.ts'
import { lineWords } from '../line-words.ts'

const say = lineWords()

/** A line as a row draws it. */
export const miniOf = (steps: readonly LineStep[]): MiniStep[] =>
  steps.map(({ name, s }) => ({ s, name: say(name) }))

/** The name of the step a line stands at, for the words under a mini line. */
export function standsAt(steps: readonly LineStep[]): string {
  const step = steps.find(({ s }) => !s.startsWith('done')) ?? steps.at(-1)
  return step === undefined ? '' : say(step.name)
}

/** A line as a page draws it, with what is said under each step. */
export const stepsOf = (
  steps: readonly LineStep[],
  notes: (step: LineStep, place: number) => DrawnStep['notes'] = () => [],
): DrawnStep[] =>
  steps.map((step, place) => {
    const said = notes(step, place)
    return { s: step.s, name: say(step.name), ...(said !== undefined && said.length > 0 && { notes: said }) }
  })
