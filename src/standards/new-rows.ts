import { z } from 'zod'
import { choice, day, optionalText, text, ticked, whole } from '#platform/given.ts'
import { clockTiedTo, type HandoffRule, ruleChanges } from './handoff-rules.ts'
import { Limit } from './limits.ts'
import { needLevels, tierClocks } from './tier-limits.ts'
import { type Tier, tiers } from './tiers.ts'
import { limitFrom } from './typed-limit.ts'

/** What a form asks for in an empty row, for each kind of row, and the row that comes of it. */

const NewAnswer = z
  .object({ label: text(200), points: whole(0, 100), immediate: ticked })
  .transform(({ label, points, immediate }) => ({ label, points, ...(immediate && { immediate }) }))

/** Answers a new question may have: two at least. */
export const answerPlaces = [0, 1, 2, 3] as const
const needed = NewAnswer.prefault({} as never)
const answers = z
  .object({ 0: needed, 1: needed, 2: NewAnswer.optional(), 3: NewAnswer.optional() })
  .prefault({} as never)

const NewQuestion = z
  .object({ question: text(300), hint: optionalText(300), answers })
  .transform(({ question, hint, answers: given }) => ({
    question,
    ...(hint !== undefined && { hint }),
    answers: answerPlaces.flatMap((place) => {
      const answer = given[place]
      return answer === undefined ? [] : [{ code: `answer_${place + 1}`, ...answer }]
    }),
  }))

const NewChoice = z
  .object({ en: text(120), es: optionalText(120), ar: optionalText(120) })
  .transform(({ en, es, ar }) => ({
    label: { en, ...(es !== undefined && { es }), ...(ar !== undefined && { ar }) },
    inUse: true,
  }))

const NewRule = z.object({ text: text(400) })

/** A criterion of the district's own is one a person states. */
const NewCriterion = z
  .object({ name: text(80), description: text(300) })
  .transform((said) => ({ ...said, measure: { by: 'stated' as const }, inUse: true }))

/** The change a rule is for, as a form names it. */
export const changeCode = ({ kind, from, to }: HandoffRule['when']) => `${kind}.${from}.${to}`
const changeCodes = ruleChanges.map(changeCode) as [string, ...string[]]

/** Who calls whom at a change. Where a time standard is tied to it, the rule keeps that unless told. */
const NewHandoffRule = z
  .object({
    change: choice(changeCodes, 'Choose a change'),
    caller: text(120),
    callee: text(120),
    tool: text(160),
    within: z.preprocess((typed) => typed && limitFrom(typed), Limit.optional()),
  })
  .transform(({ change, within, ...people }, context) => {
    const when = ruleChanges.find((each) => changeCode(each) === change) as HandoffRule['when']
    const clock = clockTiedTo(when)
    if (within !== undefined) return { when, ...people, within }
    if (clock !== undefined) return { when, ...people, within: { clock } }
    const message = 'Choose what it is counted in'
    context.addIssue({ code: 'custom', message, path: ['within', 'unit'] })
    return z.NEVER
  })

/** The limit of one step for a tier, and for those of it who are high need where that is chosen. */
const NewTierLimit = z
  .object({
    step: choice(tierClocks, 'Choose a step'),
    tier: choice(tiers.map(String) as [string, ...string[]], 'Choose a tier'),
    need: z.enum(needLevels).default('any'),
    limit: z.preprocess((typed) => limitFrom(typed), Limit),
  })
  .transform(({ step, tier, ...rest }) => ({ clock: step, tier: Number(tier) as Tier, ...rest }))

const NewRiskQuestion = z.object({
  question: text(200),
  low: text(160),
  moderate: text(160),
  high: text(160),
})
const NewAction = z.object({ what: text(120) })
const NewReentryStep = z.object({ what: text(160) })
const NewException = z.object({ reason: text(160) })
const NewScenario = z.object({ title: text(80), says: text(400), asks: text(400) })
const NewPolicy = z.object({ title: text(120), says: text(600), reviewOn: day })

export const newRows = {
  question: NewQuestion,
  answer: NewAnswer,
  choice: NewChoice,
  rule: NewRule,
  criterion: NewCriterion,
  handoff_rule: NewHandoffRule,
  tier_limit: NewTierLimit,
  risk_question: NewRiskQuestion,
  safety_action: NewAction,
  not_told: NewException,
  reentry_step: NewReentryStep,
  policy: NewPolicy,
  scenario: NewScenario,
} as const
/** What one of a list is. */
export type RowKind = keyof typeof newRows
