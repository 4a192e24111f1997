import type { Bodies, Kind } from './kinds.ts'

/** Parts that are written anew where they stand: words and numbers change, while codes stay. */
export const editableKinds = [
  'checklist',
  'time_standards',
  'handoff_rules',
  'must_not',
  'high_need',
  'reasons',
] as const
export type EditableKind = (typeof editableKinds)[number]

/** What of a part is written anew. `*` stands for each one of a list. The first threshold is always 0. */
const written: Readonly<Record<EditableKind, readonly RegExp[]>> = {
  checklist: [
    /^(title|statement)$/,
    /^items\.\d+\.(question|hint)$/,
    /^items\.\d+\.answers\.\d+\.(label|points)$/,
    /^thresholds\.[1-9]\d*\.atLeast$/,
  ],
  time_standards: [/^\w+\.(limit|urgent|highNeed)\.amount$/],
  handoff_rules: [/^rules\.\d+\.(caller|callee|tool|within\.amount)$/],
  must_not: [/^rules\.\d+\.text$/],
  high_need: [/^criteria\.\d+\.(name|description)$/, /^criteria\.\d+\.measure\.(?!by$)\w+$/],
  reasons: [/^\w+\.\d+\.label\.\w+$/],
}

/** One line of a part that may be written anew, by its path from the top: `items.0.question`. */
export type Leaf = { path: string; value: string | number }

const inside = (body: unknown, path: string): Leaf[] =>
  typeof body === 'string' || typeof body === 'number'
    ? [{ path, value: body }]
    : typeof body === 'object' && body !== null
      ? Object.entries(body).flatMap(([key, part]) => inside(part, path === '' ? key : `${path}.${key}`))
      : []

/** What may be written anew in this version of a part, in the order it stands there. */
export const leavesOf = <K extends EditableKind>(kind: K, body: Bodies[K]): Leaf[] =>
  inside(body, '').filter(({ path }) => written[kind].some((pattern) => pattern.test(path)))

/** What stands at a path, or undefined. */
export const at = (given: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], given)

/** What a line says: what was given for it, else what stood there. What is no number stays, to be refused. */
function saidFor({ path, value }: Leaf, given: unknown): unknown {
  const said = at(given, path)
  if (typeof said !== 'string') return said ?? value
  const typed = said.normalize('NFC').trim()
  return typeof value === 'number' && /^\d+$/.test(typed) ? Number(typed) : typed
}

function put(body: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(body)) return body.map((part, i) => (String(i) === key ? put(part, rest, value) : part))
  return { ...(body as object), [key]: put((body as Record<string, unknown>)[key], rest, value) }
}

/**
 * The body of the version after `before`: the same with the lines that were given. It is judged by the schema
 * of its kind like any other. Whatever is given beside those lines is not read.
 */
export const bodyFrom = <K extends Kind & EditableKind>(
  kind: K,
  before: Bodies[K],
  given: unknown,
): { body: unknown; changed: string[] } => {
  const lines = leavesOf(kind, before).map((leaf) => ({ ...leaf, now: saidFor(leaf, given) }))
  const changed = lines.filter(({ value, now }) => now !== value)
  return {
    body: changed.reduce<unknown>((body, { path, now }) => put(body, path.split('.'), now), before),
    changed: changed.map(({ path }) => path),
  }
}
