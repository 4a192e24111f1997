import type { View } from '#access/screen.ts'
import type { Bodies } from '../kinds.ts'
import { type EditableKind, isLimit, keepsUnit, type Leaf, leavesOf } from '../edited.ts'
import type { LimitPart } from '../limits.ts'
import { at } from '../named-parts.ts'
import { said } from '../typed.ts'

type Held = Readonly<Record<string, string>>

/** What the fields of a line hold before anybody types. */
export function heldOf({ path, value }: Leaf): Held {
  const name = `body.${path}`
  if (!isLimit(value)) return { [name]: String(value) }
  const part = (of: LimitPart) => said(value, of) ?? ''
  const amount = { [`${name}.amount`]: part('amount') }
  if (keepsUnit(path)) return amount
  return {
    ...amount,
    [`${name}.unit`]: value.unit,
    [`${name}.cutOff`]: part('cutOff'),
    [`${name}.skipHolidays`]: part('skipHolidays'),
  }
}

/** What was typed, and beside it each line that is new since the form was opened, as it stands now. */
export function typedBeside({ typed }: Pick<View, 'typed'>, leaves: readonly Leaf[]): View['typed'] {
  if (Object.keys(typed).length === 0) return typed
  const fresh = leaves.map(heldOf).filter((held) => !Object.keys(held).some((name) => name in typed))
  return Object.assign({}, ...fresh, typed)
}

/** A line of words in a row that is there. */
const inRow = /^body\.(?!add\.)(.+)\.(\w+)$/
const wordLines =
  'question hint text caller callee tool name description label en es ar low moderate high criteria what reason title says'
const rowOf = (name: string): string | undefined => {
  const [, row, line = ''] = inRow.exec(name) ?? []
  return wordLines.split(' ').includes(line) ? row : undefined
}

/** Words that were typed for a row somebody else left out meanwhile, so that none of them is lost. */
export const typedForNobody = <K extends EditableKind>(
  { typed }: Pick<View, 'typed'>,
  { kind, body }: { kind: K; body: Bodies[K] },
): string[] => {
  const known = new Set(leavesOf(kind, body).flatMap((leaf) => Object.keys(heldOf(leaf))))
  return Object.entries(typed).flatMap(([name, words]) => {
    const row = rowOf(name)
    const isGone = row !== undefined && !known.has(name) && at(body, row) === undefined
    return isGone && typeof words === 'string' && words !== '' ? [words] : []
  })
}
