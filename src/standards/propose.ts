import type { Checklist } from './checklist.ts'
import { highestScore } from './checklist-rules.ts'
import type { FormPart } from './form-parts.ts'
import { bodyFrom, type EditableKind, faultsIn } from './edited.ts'
import { type HandoffRules, isChangeTwice, rulesAmiss } from './handoff-rules.ts'
import { type Bodies, type Kind, schemas } from './kinds.ts'
import { loosens } from './loosening.ts'
import { withRows } from './rows.ts'
import { saysTheSame } from './same.ts'
import { isLimitTwice } from './tier-limits.ts'
import type { TimeStandards } from './time-standards.ts'

export type ObstacleToEditing =
  | 'row_stays'
  | 'nothing_changed'
  | 'too_few_answers'
  | 'nothing_immediate'
  | 'out_of_reach'
  | 'not_well_formed'
  | 'lists_not_whole'
  | 'rules_not_whole'
  | 'loosens_flat'
  | 'change_without_rule'
  | 'change_twice'
  | 'time_is_tied'
  | 'limit_twice'

/** What is amiss with a part that its schema refuses, in the words of that part. */
function illFormed(kind: EditableKind, body: unknown): ObstacleToEditing[] {
  if (kind === 'reasons') return ['lists_not_whole']
  if (kind === 'must_not') return ['rules_not_whole']
  if (kind === 'handoff_rules') {
    const amiss = rulesAmiss(body as HandoffRules)
    return amiss.length > 0 ? amiss : ['not_well_formed']
  }
  if (kind === 'time_standards' && isLimitTwice((body as TimeStandards).byTier)) return ['limit_twice']
  const amiss = kind === 'checklist' ? questionsAmiss(body as Checklist) : []
  return amiss.length > 0 ? amiss : ['not_well_formed']
}

/** What is amiss with the questions taken together: one with a single answer, or none that warns. */
const questionsAmiss = ({ items }: Checklist): ObstacleToEditing[] => [
  ...(items.some(({ answers }) => answers.length < 2) ? (['too_few_answers'] as const) : []),
  ...(items.some(({ answers }) => answers.some(({ immediate }) => immediate === true))
    ? []
    : (['nothing_immediate'] as const)),
]

/**
 * What a well-formed part may not do: lose a path nobody could come to, loosen a flat standard, or say two
 * things about one change.
 */
function unsafe(kind: EditableKind, before: unknown, after: unknown): ObstacleToEditing[] {
  if (kind === 'time_standards')
    return loosens(before as TimeStandards, after as TimeStandards).length > 0 ? ['loosens_flat'] : []
  if (kind === 'handoff_rules') return isChangeTwice(after as HandoffRules) ? ['change_twice'] : []
  if (kind !== 'checklist') return []
  const { thresholds } = after as Checklist
  const highest = highestScore(after as Checklist)
  return thresholds.some(({ atLeast }) => atLeast > highest) ? ['out_of_reach'] : []
}

/**
 * The version after `before`, with the lines, rows and numbers that were given, what of it changed, and every
 * reason it cannot be published: what is amiss in a line, and what is amiss with the whole.
 */
export function propose<K extends Kind & EditableKind>(
  kind: K,
  before: Bodies[K],
  asked: { given: unknown; whole: boolean; list?: FormPart | undefined; version: number },
) {
  const lines = bodyFrom(kind, before, asked)
  const rows = withRows(kind, lines.body, asked)
  const read = schemas[kind].safeParse(rows.body)
  const faults = [
    ...(read.success ? [] : faultsIn(rows.body, lines.changed, read.error.issues)),
    ...rows.faults,
  ]
  const isClear = faults.length === 0 && rows.because.length === 0
  const because: ObstacleToEditing[] = [
    ...rows.because,
    ...(isClear && saysTheSame(kind, before, rows.body) ? (['nothing_changed'] as const) : []),
    ...(read.success ? unsafe(kind, before, read.data) : isClear ? illFormed(kind, rows.body) : []),
  ]
  return { body: read.data, changed: [...lines.changed, ...rows.changed], because, faults }
}
