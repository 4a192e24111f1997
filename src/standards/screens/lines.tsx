import type { View } from '#access/screen.ts'
import { Choices, Field, type kept } from '#design/contract.ts'
import { crisisResponses } from '../crisis.ts'
import { type EditableKind, isLimit, keepsUnit, type Leaf } from '../edited.ts'
import { at } from '../named-parts.ts'
import { type Row, type RowList, rowListsOf } from '../rows.ts'
import { screenWords } from '../screen-words.ts'
import { labelOf, limitNow } from './edited-words.ts'
import { LimitFields } from './limit-fields.tsx'
import { Blanks, RowEnd } from './row-fields.tsx'

/** What every line of a form needs to know. */
export type Editing = {
  kind: EditableKind
  body: unknown
  field: ReturnType<typeof kept>
  problem: View['problem']
  /** Whether something was typed in an empty row. */
  begun(at: string): boolean
}

const say = screenWords()
const long = 60

const LimitLine = ({ path, editing }: { path: string; editing: Editing }) => {
  const { body, field } = editing
  const [label, hint] = [labelOf(body, path), limitNow(body, path)]
  return keepsUnit(path) ? (
    <Field {...field(`body.${path}.amount`)} type="number" width="short" label={label} hint={hint} />
  ) : (
    <LimitFields at={`body.${path}`} legend={label} hint={hint} field={field} />
  )
}

/** Which response a level has: one of the tree. */
const ResponseLine = ({ path, editing }: { path: string; editing: Editing }) => {
  const { value, ...given } = editing.field(`body.${path}`)
  return (
    <Choices
      {...given}
      legend={labelOf(editing.body, path)}
      options={crisisResponses.map((code) => ({ value: code, label: say(`response_${code}`) }))}
      chosen={value ?? []}
    />
  )
}

const Line = ({ leaf, editing }: { leaf: Leaf; editing: Editing }) => {
  const { path, value } = leaf
  if (isLimit(value)) return <LimitLine path={path} editing={editing} />
  const given = editing.field(`body.${path}`)
  if (path.startsWith('tree.')) return <ResponseLine path={path} editing={editing} />
  const shown = { ...given, label: labelOf(editing.body, path) }
  if (typeof value === 'number') return <Field {...shown} type="number" min="0" width="short" />
  const isLong = value.length > long || path.endsWith('.text')
  const optional = /\.(hint|es|ar)$/.test(path)
  if (path.endsWith('.reviewOn')) return <Field {...shown} type="date" width="mid" />
  return <Field {...shown} {...(isLong && { type: 'textarea' as const })} {...(optional && { optional })} />
}

const Lines = ({ leaves, editing }: { leaves: readonly Leaf[]; editing: Editing }) => (
  <>
    {leaves.map((leaf) => (
      <Line leaf={leaf} editing={editing} />
    ))}
  </>
)

type RowsProps = { list: RowList; leaves: readonly Leaf[]; editing: Editing }

/** A row: its own lines, the list inside it, and what may become of it. */
const OneRow = ({ list, code, leaves, editing }: RowsProps & { code: string }) => {
  const { kind, body, field } = editing
  const here = `${list.path}.${code}`
  const inner = rowListsOf(kind, body).find(({ path }) => path.startsWith(`${here}.`))
  const isInner = ({ path }: Leaf) => inner !== undefined && path.startsWith(`${inner.path}.`)
  const place = (at(body, list.path) as readonly Row[]).findIndex((row) => row.code === code)
  return (
    <>
      <Lines leaves={leaves.filter((leaf) => !isInner(leaf))} editing={editing} />
      {inner && <Rows list={inner} leaves={leaves.filter(isInner)} editing={editing} />}
      {inner && <Blanks list={inner} {...editing} />}
      <RowEnd list={list} place={place} row={at(body, here) as Row} field={field} />
    </>
  )
}

const Rows = ({ list, leaves, editing }: RowsProps) => {
  const codeOf = ({ path }: Leaf) => path.slice(list.path.length + 1).split('.')[0] as string
  return (
    <>
      {[...Map.groupBy(leaves, codeOf)].map(([code, own]) => (
        <div class={list.of === 'answer' ? 'scored' : 'flow'}>
          <OneRow list={list} code={code} leaves={own} editing={editing} />
        </div>
      ))}
    </>
  )
}

/** The list of the part a line stands in, if it is one that takes rows. */
export const listOf = ({ kind, body }: Editing, { path }: Leaf): RowList | undefined =>
  rowListsOf(kind, body).find((list) => list.path === path.split('.')[0])

/** Lines that belong together: of rows, or of no row. */
export const Together = ({ leaves, editing }: { leaves: readonly Leaf[]; editing: Editing }) => (
  <>
    {[...Map.groupBy(leaves, (leaf) => listOf(editing, leaf)?.path)].map(([path, own]) => {
      const list = own[0] && path !== undefined ? listOf(editing, own[0]) : undefined
      return list ? (
        <Rows list={list} leaves={own} editing={editing} />
      ) : (
        <Lines leaves={own} editing={editing} />
      )
    })}
  </>
)
