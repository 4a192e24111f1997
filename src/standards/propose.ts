import type { Checklist } from './checklist.ts'
import { highestScore } from './checklist-rules.ts'
import { bodyFrom, type EditableKind } from './edited.ts'
import { type HandoffRules, isChangeTwice, rulesAmiss } from './handoff-rules.ts'
import { type Bodies, type Kind, schemas } from './kinds.ts'
import { loosens } from './loosening.ts'
import { type RowObstacle, withRows } from './rows.ts'
import type { TimeStandards } from './time-standards.ts'

export type ObstacleToEditing =
  | RowObstacle
  | 'nothing_changed'
  | 'nothing_immediate'
  | 'out_of_reach'
  | 'not_well_formed'
  | 'lists_not_whole'
  | 'rules_not_whole'
  | 'loosens_flat'
  | 'change_without_rule'
  | 'change_twice'
  | 'time_is_tied'

/** What is amiss with a part that its schema refuses, in the words of that part. */
function illFormed(kind: EditableKind, body: unknown): ObstacleToEditing[] {
  if (kind === 'reasons') return ['lists_not_whole']
  if (kind === 'must_not') return ['rules_not_whole']
  if (kind === 'handoff_rules') {
    const amiss = rulesAmiss(body as HandoffRules)
    return amiss.length > 0 ? amiss : ['not_well_formed']
  }
  const warns = ({ answers }: Checklist['items'][number]) =>
    answers.some(({ immediate }) => immediate === true)
  const isUnwarned = kind === 'checklist' && !(body as Checklist).items.some(warns)
  return [isUnwarned ? 'nothing_immediate' : 'not_well_formed']
}

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
 * reason it cannot be published.
 */
export function propose<K extends Kind & EditableKind>(
  kind: K,
  before: Bodies[K],
  asked: { given: unknown; version: number },
) {
  const lines = bodyFrom(kind, before, asked.given)
  const rows = withRows(kind, lines.body, asked)
  const changed = [...lines.changed, ...rows.changed]
  const read = schemas[kind].safeParse(rows.body)
  const because: ObstacleToEditing[] = [
    ...rows.because,
    ...(changed.length === 0 && rows.because.length === 0 ? (['nothing_changed'] as const) : []),
    ...(read.success
      ? unsafe(kind, before, read.data)
      : rows.because.length > 0
        ? []
        : illFormed(kind, rows.body)),
  ]
  return { body: read.data, changed, because }
}
