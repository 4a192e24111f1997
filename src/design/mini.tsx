import { type MarkState, stateWord } from './mark.tsx'
import { sharedWords } from './words.ts'

export type MiniStep = { s: MarkState; name: string }

type MiniProps = {
  steps: readonly MiniStep[]
  lang?: string
  /** Said instead of the usual sentence, where steps are not an order. */
  label?: string
}

const isDone = ({ s }: MiniStep) => s.startsWith('done')
const wordsAt = (s: MarkState) => s === 'hidden' || s === 'end'

/** The row version as one sentence: "Step 7 of 9, Scheduled; 1 late". */
export function miniLabel(steps: readonly MiniStep[], lang?: string): string {
  const say = sharedWords(lang)
  const now = steps.findIndex(({ s }) => s.startsWith('now'))
  const at = now >= 0 ? now : steps.findIndex((step) => !isDone(step))
  const step = steps[at]
  const late = steps.filter(({ s }) => s.includes('late')).length
  const where = step
    ? say('step_of', { at: at + 1, of: steps.length, name: step.name })
    : say('steps_done', { of: steps.length })
  const state = step && wordsAt(step.s) ? [`, ${stateWord(step.s, lang)}`] : []
  return [where, ...state, ...(late > 0 ? [`; ${say('steps_late', { count: late })}`] : [])].join('')
}

/** The line as small as a table row: an image with one sentence for its name. */
export const Mini = ({ steps, lang, label }: MiniProps) => (
  <span class="mini" role="img" aria-label={label ?? miniLabel(steps, lang)}>
    {steps.map(({ s }) => (
      <i data-s={s} />
    ))}
  </span>
)
