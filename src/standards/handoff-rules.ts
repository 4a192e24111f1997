import { z } from 'zod'
import { type Clock, clockNames } from './clocks.ts'
import { type Path, paths } from './checklist.ts'
import { Limit } from './limits.ts'
import { type Tier, tiers } from './tiers.ts'
import { Code, findRepeated, words } from './wording.ts'

const From = z.enum(['none', 'any', ...paths])
const FromTier = z.literal(['any', ...tiers])

/** A change the rule is for. `none` is a concern not decided before; `any` matches whatever came before. */
const When = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('path'), from: From, to: z.enum(paths) }),
  z.strictObject({ kind: z.literal('tier'), from: FromTier, to: z.literal(tiers) }),
])

/** The time is one of the model's clocks, or the rule's own. */
const Within = z.union([z.strictObject({ clock: z.enum(clockNames) }), Limit])

const HandoffRule = z.strictObject({
  code: Code,
  when: When,
  caller: words(120),
  callee: words(120),
  within: Within,
  tool: words(160),
})
export type HandoffRule = z.infer<typeof HandoffRule>

/** What changes for a student: a path decided, or a move between tiers. */
export type Change =
  | { readonly kind: 'path'; readonly from: Path | 'none'; readonly to: Path }
  | { readonly kind: 'tier'; readonly from: Tier; readonly to: Tier }

/** Every change a student can go through. */
export const changes: readonly Change[] = [
  ...(['none', ...paths] as const).flatMap((from) =>
    paths.map((to) => ({ kind: 'path', from, to }) as const),
  ),
  ...tiers.flatMap((from) => tiers.map((to) => ({ kind: 'tier', from, to }) as const)),
].filter(({ from, to }) => from !== to)

const fromAny: readonly HandoffRule['when'][] = [
  ...paths.map((to) => ({ kind: 'path', from: 'any', to }) as const),
  ...tiers.map((to) => ({ kind: 'tier', from: 'any', to }) as const),
]

/** What a rule may be for: any change that ends there, or exactly one. */
export const ruleChanges: readonly HandoffRule['when'][] = (['path', 'tier'] as const).flatMap((kind) =>
  [...fromAny, ...changes].filter((when) => when.kind === kind),
)

/** The rule for a change: one written for exactly this change goes before one for any. */
export function findHandoffRule(rules: readonly HandoffRule[], change: Change): HandoffRule | undefined {
  const same = rules.filter(({ when }) => when.kind === change.kind && when.to === change.to)
  return same.find(({ when }) => when.from === change.from) ?? same.find(({ when }) => when.from === 'any')
}

/** Paths whose time is a flat standard, so the rule may not carry a time of its own. */
const tied = { b: 'warm_handoff', c: 'crisis_path' } as const satisfies Partial<Record<Path, Clock>>

/** The time standard a rule for this change keeps; undefined where it has a time of its own. */
export const clockTiedTo = (when: HandoffRule['when']): Clock | undefined =>
  when.kind === 'path' && when.to !== 'a' ? tied[when.to] : undefined

function isUntied({ when, within }: HandoffRule): boolean {
  const clock = clockTiedTo(when)
  return clock !== undefined && (!('clock' in within) || within.clock !== clock)
}

const isUncovered = (rules: readonly HandoffRule[]) => (change: Change) =>
  findHandoffRule(rules, change) === undefined

/** What is amiss with the rules of a district, taken together. */
export const rulesAmiss = ({ rules }: HandoffRules) => [
  ...(changes.some(isUncovered(rules)) ? (['change_without_rule'] as const) : []),
  ...(rules.some(isUntied) ? (['time_is_tied'] as const) : []),
]

/** Whether two rules are for the same change: one of them would never be shown. */
export const isChangeTwice = ({ rules }: HandoffRules): boolean =>
  findRepeated(rules.map(({ when: { kind, from, to } }) => `${kind} ${from} ${to}`)) !== undefined

/** For each change: who calls whom, within what time, with which tool [R023]. */
export const HandoffRules = z
  .strictObject({ rules: z.array(HandoffRule).min(1).max(60) })
  .superRefine(({ rules }, context) => {
    const issue = (message: string) => context.addIssue({ code: 'custom', message })
    if (findRepeated(rules.map(({ code }) => code)) !== undefined) issue('Each rule has a code of its own')
    for (const rule of rules.filter(isUntied)) {
      issue(`${rule.code}: the time of this change is the time standard of its path`)
    }
    for (const change of changes.filter(isUncovered(rules))) {
      issue(`No rule says who calls whom when ${change.kind} ${change.from} becomes ${change.to}`)
    }
  })
export type HandoffRules = z.infer<typeof HandoffRules>
