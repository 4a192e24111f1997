import { isDeepStrictEqual } from 'node:util'
import { limitStays, unitStays } from './clocks.ts'
import { type FormPart, isOnForm } from './form-parts.ts'
import type { Bodies, Kind } from './kinds.ts'
import type { Limit } from './limits.ts'
import { at, namedPath, partsOf, withAt } from './named-parts.ts'
import { type Fault, numbered, said } from './typed.ts'
import { limitFrom } from './typed-limit.ts'

/** Parts that are written anew where they stand: words and numbers change, while codes stay. */
export const editableKinds = [
  'checklist',
  'time_standards',
  'handoff_rules',
  'must_not',
  'high_need',
  'reasons',
  'message_rules',
  'crisis',
  'early_warning',
  'drills',
] as const
export type EditableKind = (typeof editableKinds)[number]

/** What of a part is written anew, by the names of its rows. The first threshold is always 0. */
const written: Readonly<Record<EditableKind, readonly RegExp[]>> = {
  checklist: [
    /^(title|statement)$/,
    /^items\.\w+\.(question|hint)$/,
    /^items\.\w+\.answers\.\w+\.(label|points)$/,
    /^thresholds\.[bc]\.atLeast$/,
  ],
  time_standards: [/^\w+\.(limit|urgent|highNeed)$/, /^byTier\.\w+\.limit$/],
  handoff_rules: [/^rules\.\w+\.(caller|callee|tool|within)$/],
  must_not: [/^rules\.\w+\.text$/],
  high_need: [/^criteria\.\w+\.(name|description)$/, /^criteria\.\w+\.measure\.(?!by$)\w+$/],
  reasons: [/^\w+\.\w+\.label\.\w+$/],
  message_rules: [/^\w+$/],
  early_warning: [/^\w+$/],
  drills: [/^scenarios\.\w+\.(title|says|asks)$/],
  crisis: [
    /^(statement|caregiverRule|contactsCheckedWithinDays|checkEveryMinutes)$/,
    /^(reviewedByAnother|planAfterAbsentDays)$/,
    /^stabilityDays\.\d$/,
    /^items\.\w+\.(question|low|moderate|high)$/,
    /^tree\.\w+$/,
    /^(responses|actions|exceptions|policies|reentry)\.\w+\.(criteria|what|reason|title|says|reviewOn)$/,
  ],
}

/** One line of a part that may be written anew, by its path from the top: `items.how_often.question`. */
export type Leaf = { path: string; value: string | number | Limit }

export const isLimit = (value: unknown): value is Limit =>
  typeof value === 'object' && value !== null && 'unit' in value

const inside = (body: unknown, path: string): Leaf[] =>
  typeof body === 'string' || typeof body === 'number' || isLimit(body)
    ? [{ path, value: body }]
    : partsOf(body).flatMap(([name, part]) => inside(part, path === '' ? name : `${path}.${name}`))

const clockOf = (path: string) => path.split('.')[0] as string

type Item = Bodies['checklist']['items'][number]
type Label = Bodies['reasons'][keyof Bodies['reasons']][number]

/** Room for the lines a row may do without, so that they can be written where there are none. */
const withRoom: { readonly [K in EditableKind]?: (body: Bodies[K]) => unknown } = {
  checklist: (body) => ({
    ...body,
    items: body.items.map(({ code, question, ...rest }: Item) => ({ code, question, hint: '', ...rest })),
  }),
  reasons: (body) =>
    Object.fromEntries(
      Object.entries(body).map(([name, items]) => [
        name,
        items.map(({ label: { en, ...others }, ...rest }: Label) => ({
          ...rest,
          label: { en, es: '', ar: '', ...others },
        })),
      ]),
    ),
}

/** What may be written anew in this version of a part, in the order it stands there. */
export const leavesOf = <K extends EditableKind>(kind: K, body: Bodies[K]): Leaf[] =>
  inside(withRoom[kind]?.(body) ?? body, '').filter(
    ({ path }) => written[kind].some((pattern) => pattern.test(path)) && !limitStays.includes(clockOf(path)),
  )

/** Whether only the number of a limit is a district's to say. */
export const keepsUnit = (path: string): boolean => unitStays.includes(clockOf(path))

type Given = {
  given: unknown
  /** Every line was on the form, so that one that is not given was emptied. */
  whole: boolean
  /** What of the part was on the form; the whole part when left out. */
  list?: FormPart | undefined
}

/** What a line says: what was given for it, else what stood there. What is no number stays, to be refused. */
function saidFor({ path, value }: Leaf, { given, list, ...asked }: Given): unknown {
  const typed = at(given, path)
  const whole = asked.whole && isOnForm(list, path)
  if (isLimit(value)) {
    if (!keepsUnit(path)) return typed === undefined ? value : limitFrom(typed, value)
    return limitFrom({ ...(whole && { unit: value.unit }), amount: at(typed, 'amount') }, value)
  }
  const words = said(given, path)
  if (words !== undefined) return typeof value === 'number' ? numbered(words) : words
  return value === '' || whole || typed !== undefined ? undefined : value
}

/**
 * The body of the version after `before`: the same with the lines that were given. It is judged by the schema
 * of its kind like any other. Whatever is given beside those lines is not read.
 */
export function bodyFrom<K extends Kind & EditableKind>(kind: K, before: Bodies[K], asked: Given) {
  const lines = leavesOf(kind, before).map((leaf) => ({ ...leaf, now: saidFor(leaf, asked) }))
  const changed = lines.filter(({ value, now }) => !isDeepStrictEqual(now ?? '', value))
  return {
    body: changed.reduce<unknown>((body, { path, now }) => withAt(body, path, now), before),
    changed: changed.map(({ path }) => path),
  }
}

type Issue = { code: string; message: string; path: readonly PropertyKey[]; errors?: readonly Issue[][] }

/** An issue of a time that may also be a clock is what its own unit says of it. */
const innermost = (issue: Issue): Issue[] => {
  const last = issue.errors?.at(-1)
  return last === undefined || last.length === 0
    ? [issue]
    : last.map((each) => ({ ...each, path: [...issue.path, ...each.path] })).flatMap(innermost)
}

/** What a schema says against single lines, by the path of each. What it says of the whole is not here. */
export function faultsIn(body: unknown, lines: readonly string[], issues: readonly Issue[]): Fault[] {
  return issues
    .flatMap(innermost)
    .map(({ code, message, path }) => ({ code, path: namedPath(body, path), says: message }))
    .filter(({ path }) => lines.some((line) => path === line || path.startsWith(`${line}.`)))
}
