import type { Scope } from './consent.ts'
import { directionOf, eligibleFrom } from './law.ts'

/** Kinds of care a state has rules of its own for. */
export const careKinds = ['mental_health', 'substance_use'] as const
export type CareKind = (typeof careKinds)[number]

/** From which age a student may consent alone, in one state, to one kind of care [R151]. */
export type MinorRule = {
  readonly id: string
  readonly state: string
  readonly care: CareKind
  readonly fromAge: number
  /** Whether a caregiver may be told. */
  readonly caregiverTold: boolean
  /** Where it stands in the law. */
  readonly source: string
  /** Shows what a row looks like, and is never in force. */
  readonly sample: boolean
  readonly inForceFrom: string
  readonly inForceUntil: string | null
  readonly addedBy: string | null
  readonly addedByName: string | null
  /** Who in the legal team approved it. */
  readonly approvedBy: string | null
  readonly approvedOn: string | null
}

export const isInForce = (rule: MinorRule, on: string): boolean =>
  !rule.sample &&
  rule.approvedOn !== null &&
  rule.inForceFrom <= on &&
  (rule.inForceUntil === null || on <= rule.inForceUntil)

/** The approved rule that holds on a day, the latest where several do. */
export const ruleFor = (
  rules: readonly MinorRule[],
  { state, care, on }: { state: string; care: CareKind; on: string },
): MinorRule | undefined =>
  rules
    .filter((rule) => rule.state === state && rule.care === care && isInForce(rule, on))
    .toSorted(
      (one, other) => other.inForceFrom.localeCompare(one.inForceFrom) || other.id.localeCompare(one.id),
    )[0]

/** What is known when a student is to answer alone. */
export type OwnAnswer = { readonly age: number | null; readonly rule: MinorRule | undefined }

/** An adult student holds a parent's rights over school records: no rule of a state is needed for those. */
const onlySchoolRecords = (answered: readonly Scope[]) =>
  answered.length > 0 && answered.every((scope) => directionOf(scope) === 'to_partner')

const isEligible = ({ age }: OwnAnswer, answered: readonly Scope[]) =>
  age !== null && age >= eligibleFrom && onlySchoolRecords(answered)

/**
 * Whether a student may answer these alone: proposed by the rule, and decided by the person who records it.
 * No age stands here but that of the federal law on school records [R151].
 */
export function ownAnswer(known: OwnAnswer, answered: readonly Scope[]) {
  if (known.age === null) return 'birth_date_missing' as const
  if (isEligible(known, answered)) return 'may' as const
  if (known.rule === undefined) return 'minor_rule_missing' as const
  return known.age < known.rule.fromAge ? ('too_young' as const) : ('may' as const)
}

/** What is known when a rule is written down. */
type Adding = { readonly inForceFrom: string; readonly inForceUntil: string | undefined }
/** What is known when the legal team's approval is recorded. */
type Approving = {
  readonly rule: MinorRule
  readonly by: string | null
  readonly approvedOn: string
  readonly today: string
}

const adding = {
  ends_before_start: ({ inForceFrom, inForceUntil }) =>
    inForceUntil !== undefined && inForceUntil < inForceFrom,
} satisfies Record<string, (facts: Adding) => boolean>
const approving = {
  is_sample: ({ rule }) => rule.sample,
  approved_already: ({ rule }) => rule.approvedOn !== null,
  wrote_it: ({ rule, by }) => rule.addedBy === by,
  not_yet: ({ approvedOn, today }) => approvedOn > today,
} satisfies Record<string, (facts: Approving) => boolean>
export type ObstacleToAdding = keyof typeof adding
export type ObstacleToApproving = keyof typeof approving

export const obstaclesToAdding = (facts: Adding): ObstacleToAdding[] =>
  (Object.keys(adding) as ObstacleToAdding[]).filter((name) => adding[name](facts))
/** Every reason a row cannot be approved: what ships never is, and nobody approves their own. */
export const obstaclesToApproving = (facts: Approving): ObstacleToApproving[] =>
  (Object.keys(approving) as ObstacleToApproving[]).filter((name) => approving[name](facts))
