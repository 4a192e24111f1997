import type { Checklist } from './checklist.ts'
import { neededPolicies } from './crisis.ts'
import type { EditableKind } from './edited.ts'
import { heldRules } from './must-not.ts'
import { at, withAt } from './named-parts.ts'
import { newRows, type RowKind } from './new-rows.ts'
import { listNames, lists } from './reason-lists.ts'
import { begun, type Fault, said } from './typed.ts'

/** One of a list: a question, an answer, a rule, a choice, a criterion. */
export type Row = { code: string; inUse?: boolean }

/** A list of a part whose rows a district adds to and leaves out. */
export type RowList = {
  /** Where it stands in the part. */
  path: string
  of: RowKind
  /** How many rows one version may add, and where they are named: nobody's code is in the way there. */
  blanks: number
  adds: string
  /** Whether a row cannot be left out, because the product works by it. */
  stays?(row: Row): boolean
}

const isHeld = ({ code }: Row) => (heldRules as readonly string[]).includes(code)

const list = (path: string, of: RowKind, blanks: number): RowList => ({
  path,
  of,
  blanks,
  adds: `add.${path}`,
})

const answersOf = ({ code }: Row): RowList => ({
  ...list(`items.${code}.answers`, 'answer', 1),
  adds: `add.answers.${code}`,
})

const isNeeded = ({ code }: Row) => (neededPolicies as readonly string[]).includes(code)

/** The lists of each part that take rows. A closed list takes none: the product reads its codes. */
const all: Readonly<Partial<Record<EditableKind, (body: unknown) => readonly RowList[]>>> = {
  checklist: (body) => [...(body as Checklist).items.map(answersOf), list('items', 'question', 1)],
  handoff_rules: () => [list('rules', 'handoff_rule', 2)],
  time_standards: () => [list('byTier', 'tier_limit', 3)],
  must_not: () => [{ ...list('rules', 'rule', 2), stays: isHeld }],
  high_need: () => [list('criteria', 'criterion', 1)],
  crisis: () => [
    list('items', 'risk_question', 2),
    list('actions', 'safety_action', 1),
    list('exceptions', 'not_told', 1),
    { ...list('policies', 'policy', 1), stays: isNeeded },
    list('reentry', 'reentry_step', 1),
  ],
  drills: () => [list('scenarios', 'scenario', 2)],
  reasons: () => listNames.filter((name) => !lists[name].closed).map((name) => list(name, 'choice', 2)),
}

/** The lists of a version of a part that take rows, what stands inside a row before the row itself. */
export const rowListsOf = (kind: EditableKind, body: unknown): readonly RowList[] => all[kind]?.(body) ?? []

type Asked = { given: unknown; version: number }
type Rows = { rows: Row[]; changed: string[]; because: 'row_stays'[]; faults: Fault[] }

/** What becomes of the rows that are there: one that was cited keeps its place and words, not in use. */
function kept({ path, stays }: RowList, before: readonly Row[], given: unknown): Rows {
  const isAsked = (what: 'out' | 'again', { code }: Row) =>
    said(given, `${path}.${code}.${what}`) !== undefined
  const isOut = (row: Row) => isAsked('out', row)
  const isAgain = (row: Row) => row.inUse === false && isAsked('again', row)
  return {
    rows: before
      .filter((row) => !isOut(row) || row.inUse !== undefined)
      .map((row) => (isOut(row) || isAgain(row) ? { ...row, inUse: isAgain(row) } : row)),
    changed: before.flatMap((row) => [
      ...(isOut(row) && row.inUse !== false ? [`${path}.${row.code}.out`] : []),
      ...(isAgain(row) ? [`${path}.${row.code}.again`] : []),
    ]),
    because: before.some((row) => isOut(row) && stays?.(row) === true) ? ['row_stays'] : [],
    faults: [],
  }
}

/** The rows that were added. A code is of its version, so that it never comes to mean something else. */
function added({ path, of, blanks, adds }: RowList, { given, version }: Asked): Rows {
  const typed = Array.from({ length: blanks }, (_, place) => `${adds}.${place}`)
    .map((where) => ({ where, row: begun(at(given, where)) }))
    .filter(({ row }) => row !== undefined)
  const read = typed.map(({ where, row }) => ({ where, ...newRows[of].safeParse(row) }))
  const rows = read.flatMap(({ data }, place) =>
    data === undefined ? [] : [{ code: `added_${version}_${place + 1}`, ...data }],
  )
  return {
    rows,
    changed: rows.map(({ code }) => `${path}.${code}.added`),
    because: [],
    faults: read.flatMap(({ where, error }) =>
      (error?.issues ?? []).map(({ code, message, path: line }) => ({
        code,
        path: [where, ...line].join('.'),
        says: message,
      })),
    ),
  }
}

/** A part with the rows left out, brought back and added that were asked for, and why one cannot be. */
export function withRows(kind: EditableKind, before: unknown, asked: Asked) {
  const { body, every } = rowListsOf(kind, before).reduce<{ body: unknown; every: Rows[] }>(
    (sofar, each) => {
      const there = at(sofar.body, each.path) as readonly Row[]
      const both = [kept(each, there, asked.given), added(each, asked)]
      const rows = both.flatMap((part) => part.rows)
      return { body: withAt(sofar.body, each.path, rows), every: [...sofar.every, ...both] }
    },
    { body: before, every: [] },
  )
  return {
    body,
    changed: every.flatMap(({ changed }) => changed),
    because: [...new Set(every.flatMap(({ because }) => because))],
    faults: every.flatMap(({ faults }) => faults),
  }
}
