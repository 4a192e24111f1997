import { at, type EditableKind } from './edited.ts'
import { clockTiedTo, type HandoffRule, ruleChanges } from './handoff-rules.ts'
import { Limit } from './limits.ts'
import { heldRules } from './must-not.ts'
import { listNames, lists } from './reason-lists.ts'

/** One of a list: a question, a rule, a choice, a criterion. */
export type Row = { code: string; inUse?: boolean }

export type RowObstacle = 'row_stays' | 'row_not_whole' | 'rule_not_whole'

/** A list of a part whose rows a district adds to and leaves out. */
export type RowList = {
  /** Where it stands in the part. */
  path: string
  /** How many rows one version may add. */
  blanks: number
  /** What was typed, as a row; undefined while something of it is missing. */
  rowFrom(typed: unknown, code: string): Row | undefined
  /** What is said of a row that lacks something. */
  notWhole?: RowObstacle
  /** Whether a row cannot be left out, because the product works by it. */
  stays?(row: Row): boolean
}

/** Words or a number somebody gave for a line of a new row; undefined for none. */
function said(typed: unknown, path: string): string | undefined {
  const given = at(typed, path)
  if (typeof given !== 'string' && typeof given !== 'number') return undefined
  return String(given).normalize('NFC').trim() || undefined
}

/** Answers a new question may have. */
export const answerPlaces = [0, 1, 2, 3] as const

const answersFrom = (typed: unknown) =>
  answerPlaces.flatMap((place) => {
    const [label, points] = [said(typed, `answers.${place}.label`), said(typed, `answers.${place}.points`)]
    if (label === undefined && points === undefined) return []
    const immediate = said(typed, `answers.${place}.immediate`) !== undefined
    return [{ code: `answer_${place + 1}`, label, points: Number(points), ...(immediate && { immediate }) }]
  })

function questionFrom(typed: unknown, code: string) {
  const [question, hint] = [said(typed, 'question'), said(typed, 'hint')]
  const answers = answersFrom(typed)
  const isWhole = answers.every(({ label, points }) => label !== undefined && Number.isInteger(points))
  if (question === undefined || answers.length < 2 || !isWhole) return undefined
  return { code, question, ...(hint !== undefined && { hint }), answers }
}

function choiceFrom(typed: unknown, code: string) {
  const [en, es, ar] = [said(typed, 'en'), said(typed, 'es'), said(typed, 'ar')]
  const others = { ...(es !== undefined && { es }), ...(ar !== undefined && { ar }) }
  return en === undefined ? undefined : { code, label: { en, ...others }, inUse: true }
}

function ruleFrom(typed: unknown, code: string) {
  const text = said(typed, 'text')
  return text === undefined ? undefined : { code, text }
}

/** A criterion of the district's own is one a person states. */
function criterionFrom(typed: unknown, code: string) {
  const [name, description] = [said(typed, 'name'), said(typed, 'description')]
  return name === undefined || description === undefined
    ? undefined
    : { code, name, description, measure: { by: 'stated' }, inUse: true }
}

/** The change a rule is for, as a form names it. */
export const changeCode = ({ kind, from, to }: HandoffRule['when']) => `${kind}.${from}.${to}`

/** A time of the rule's own; undefined where the number does not fit the unit. */
function limitFrom(typed: unknown): Limit | undefined {
  const [amount, unit] = [said(typed, 'amount'), said(typed, 'unit')]
  return Limit.safeParse({ unit, ...(amount !== undefined && { amount: Number(amount) }) }).data
}

/** Who calls whom at a change. Where a time standard is tied to it, the rule keeps that unless told. */
function handoffRuleFrom(typed: unknown, code: string) {
  const [change, caller, callee, tool] = ['change', 'caller', 'callee', 'tool'].map((part) =>
    said(typed, part),
  )
  const when = ruleChanges.find((each) => changeCode(each) === change)
  const clock = when && clockTiedTo(when)
  const isTimeless = said(typed, 'amount') === undefined && said(typed, 'unit') === undefined
  const within = clock !== undefined && isTimeless ? { clock } : limitFrom(typed)
  const isWhole = [when, caller, callee, tool, within].every((part) => part !== undefined)
  return isWhole ? { code, when, caller, callee, within, tool } : undefined
}

const isHeld = ({ code }: Row) => (heldRules as readonly string[]).includes(code)

/** The lists of each part that take rows. A closed list takes none: the product reads its codes. */
const all: Readonly<Partial<Record<EditableKind, readonly RowList[]>>> = {
  checklist: [{ path: 'items', blanks: 1, rowFrom: questionFrom }],
  handoff_rules: [{ path: 'rules', blanks: 2, rowFrom: handoffRuleFrom, notWhole: 'rule_not_whole' }],
  must_not: [{ path: 'rules', blanks: 2, rowFrom: ruleFrom, stays: isHeld }],
  high_need: [{ path: 'criteria', blanks: 1, rowFrom: criterionFrom }],
  reasons: listNames
    .filter((name) => !lists[name].closed)
    .map((path) => ({ path, blanks: 2, rowFrom: choiceFrom })),
}
export const rowListsOf = (kind: EditableKind): readonly RowList[] => all[kind] ?? []

type Asked = { given: unknown; version: number }
type Rows = { rows: Row[]; changed: string[]; because: RowObstacle[] }

/** What becomes of the rows that are there: one that was cited keeps its place and words, not in use. */
function kept({ path, stays }: RowList, before: readonly Row[], given: unknown): Rows {
  const isAsked = (what: 'out' | 'again', place: number) =>
    said(given, `${what}.${path}.${place}`) !== undefined
  const out = before.map((_, place) => isAsked('out', place))
  const again = before.map((row, place) => row.inUse === false && isAsked('again', place))
  return {
    rows: before.flatMap((row, place) =>
      out[place] && row.inUse === undefined
        ? []
        : out[place] || again[place]
          ? [{ ...row, inUse: again[place] === true }]
          : [row],
    ),
    changed: before.flatMap((row, place) => [
      ...(out[place] && row.inUse !== false ? [`${path}.${row.code}.out`] : []),
      ...(again[place] ? [`${path}.${row.code}.again`] : []),
    ]),
    because: before.some((row, place) => out[place] && stays?.(row) === true) ? ['row_stays'] : [],
  }
}

const isBegun = (typed: unknown): boolean =>
  typeof typed === 'object' && typed !== null
    ? Object.values(typed).some(isBegun)
    : typeof typed === 'number' || (typeof typed === 'string' && typed.trim() !== '')

/** The rows that were added. A code is of its version, so that it never comes to mean something else. */
function added(
  { path, blanks, rowFrom, notWhole = 'row_not_whole' }: RowList,
  { given, version }: Asked,
): Rows {
  const typed = Array.from({ length: blanks }, (_, place) => at(given, `add.${path}.${place}`)).filter(
    isBegun,
  )
  const rows = typed.map((each, place) => rowFrom(each, `added_${version}_${place + 1}`))
  const whole = rows.filter((row) => row !== undefined)
  return {
    rows: whole,
    changed: whole.map(({ code }) => `${path}.${code}.added`),
    because: whole.length < rows.length ? [notWhole] : [],
  }
}

/** A part with the rows left out, brought back and added that were asked for, and why one cannot be. */
export function withRows(kind: EditableKind, body: unknown, asked: Asked) {
  const parts = rowListsOf(kind).map((list) => {
    const before = (at(body, list.path) ?? []) as readonly Row[]
    const [there, fresh] = [kept(list, before, asked.given), added(list, asked)]
    return { path: list.path, rows: [...there.rows, ...fresh.rows], of: [there, fresh] }
  })
  return {
    body: { ...(body as object), ...Object.fromEntries(parts.map(({ path, rows }) => [path, rows])) },
    changed: parts.flatMap(({ of }) => of.flatMap(({ changed }) => changed)),
    because: [...new Set(parts.flatMap(({ of }) => of.flatMap(({ because }) => because)))],
  }
}
