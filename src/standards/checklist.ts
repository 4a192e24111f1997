import { z } from 'zod'
import { Code, count, findRepeated, words } from './wording.ts'

/**
 * Where a triage decision leads: (a) brief school support, (b) assessment by a partner, (c) immediate risk.
 */
export const paths = ['a', 'b', 'c'] as const
export type Path = (typeof paths)[number]

const Answer = z.strictObject({
  code: Code,
  label: words(200),
  /** Never below zero: an answer can raise the path and cannot lower it. */
  points: count(0, 100),
  /** Indicates path (c) whatever the score. */
  immediate: z.boolean().optional(),
})

const Item = z.strictObject({
  code: Code,
  question: words(300),
  hint: words(300).optional(),
  answers: z.array(Answer).min(2).max(10),
})

const Threshold = z.strictObject({ atLeast: count(0, 4000), path: z.enum(paths) })

const pathsOf = (thresholds: readonly { path: Path }[]) => thresholds.map(({ path }) => path).join('')

/** Everything that would leave an answer set without exactly one path. */
function problemsOf(list: {
  items: z.infer<typeof Item>[]
  thresholds: z.infer<typeof Threshold>[]
}): string[] {
  const problems: string[] = []
  const sameItem = findRepeated(list.items.map((item) => item.code))
  if (sameItem !== undefined) problems.push(`Two items share the code ${sameItem}`)
  for (const item of list.items) {
    const same = findRepeated(item.answers.map((answer) => answer.code))
    if (same !== undefined) problems.push(`Two answers of ${item.code} share the code ${same}`)
  }
  if (!['ab', 'abc'].includes(pathsOf(list.thresholds))) {
    problems.push('Thresholds go up from path a to path b, and may go on to path c')
  }
  if (list.thresholds[0]?.atLeast !== 0) problems.push('The first threshold starts at 0')
  if (list.thresholds.some(({ atLeast }, at) => atLeast <= (list.thresholds[at - 1]?.atLeast ?? -1))) {
    problems.push('Each threshold is higher than the one before')
  }
  if (!list.items.some((item) => item.answers.some((answer) => answer.immediate === true))) {
    problems.push('At least one answer indicates immediate risk')
  }
  return problems
}

/**
 * The one screening and triage checklist of a district: items, answers with points, and thresholds [R013].
 */
export const Checklist = z
  .strictObject({
    title: words(120),
    /** Shown on screen and on paper above the first item. */
    statement: words(500).refine(
      (said) => said.toLowerCase().includes('not a diagnostic tool'),
      'Say that this is not a diagnostic tool',
    ),
    items: z.array(Item).min(1).max(40),
    /** Lowest score of each path, rising. */
    thresholds: z.array(Threshold).min(2).max(3),
  })
  .superRefine((list, context) => {
    for (const message of problemsOf(list)) context.addIssue({ code: 'custom', message })
  })
export type Checklist = z.infer<typeof Checklist>

/** Item code to answer code: what a person ticked. */
export type ChecklistAnswers = { readonly [item: string]: string }
