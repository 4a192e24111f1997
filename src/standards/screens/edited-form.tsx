import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { at, type Leaf } from '../edited.ts'
import { lookEdited } from '../look-edited.ts'
import { publishEdited } from '../publish-edited.ts'
import { type Row, type RowList, rowListsOf } from '../rows.ts'
import { screenWords } from '../screen-words.ts'
import { standardsWords } from '../words.ts'
import { closedNote, groupOf, labelOf, nowOf } from './edited-words.ts'
import { PublishFields } from './publish-fields.tsx'
import { Blanks, RowEnd, type RowKind } from './row-fields.tsx'

const say = screenWords()
const said = standardsWords()

type Data = Awaited<ReturnType<typeof lookEdited.see>>
type Fields = ReturnType<typeof kept>

const long = 60

type LineProps = { leaf: Leaf; field: Fields; now: string | undefined }

const Line = ({ leaf: { path, value }, field, now }: LineProps) => {
  const given = field(`body.${path}`)
  const isLong = typeof value === 'string' && (value.length > long || path.endsWith('.text'))
  return typeof value === 'number' ? (
    <Field {...given} type="number" width="short" label={labelOf(path)} hint={now} />
  ) : (
    <Field {...given} {...(isLong && { type: 'textarea' as const })} label={labelOf(path)} />
  )
}

/** The row a line belongs to: of which list, and where in it. */
function rowOf(kind: Data['kind'], path: string): { list: RowList; place: number } | undefined {
  const [name = '', place = ''] = path.split('.')
  const list = rowListsOf(kind).find((each) => each.path === name)
  return list && { list, place: Number(place) }
}

type GroupProps = { data: Data; group: readonly Leaf[]; field: Fields }

/** Lines that belong together; after the last line of a row stands what may become of the row. */
const Lines = ({ data: { kind, body }, group, field }: GroupProps) => (
  <>
    {group.map((leaf, index) => {
      const row = rowOf(kind, leaf.path)
      const next = group[index + 1]
      const isLast = row !== undefined && (next === undefined || rowOf(kind, next.path)?.place !== row.place)
      return (
        <>
          <Line leaf={leaf} field={field} now={nowOf(body, leaf.path)} />
          {isLast && (
            <RowEnd
              kind={kind as RowKind}
              {...row}
              row={at(body, `${row.list.path}.${row.place}`) as Row}
              field={field}
            />
          )}
        </>
      )
    })}
  </>
)

/** Lines that belong together, under what they belong to: a question, a step, a change, a list. */
const groupsOf = ({ kind, body, leaves }: Data): [string, Leaf[]][] =>
  Object.entries(Object.groupBy(leaves, ({ path }) => groupOf(kind, body, path))) as [string, Leaf[]][]

const OneGroup = ({ legend, ...props }: GroupProps & { legend: string }) => (
  <fieldset class="flow">
    <legend>{legend}</legend>
    <Lines {...props} />
  </fieldset>
)

/** A part that is one list: its rows, and then empty ones. */
const WholePart = ({ data, field }: Omit<GroupProps, 'group'>) => (
  <>
    {groupsOf(data).map(([legend, group]) => (
      <OneGroup legend={legend} data={data} group={group} field={field} />
    ))}
    {rowListsOf(data.kind).map((list) => (
      <Blanks kind={data.kind as RowKind} list={list} field={field} />
    ))}
  </>
)

/** A part of many lists: each opens by itself, so that the page stays short. */
const ManyLists = ({ data, field, open }: Omit<GroupProps, 'group'> & { open: boolean }) => (
  <>
    {groupsOf(data).map(([legend, group]) => {
      const list = rowOf(data.kind, group[0]?.path ?? '')?.list
      return (
        <details class="more" open={open}>
          <summary>{legend}</summary>
          {list === undefined && <p class="hint">{closedNote}</p>}
          <div class="flow">
            <Lines data={data} group={group} field={field} />
          </div>
          {list && <Blanks kind={data.kind as RowKind} list={list} field={field} />}
        </details>
      )
    })}
  </>
)

const EditedFormPage = (data: Data, view: View) => {
  const { kind, today, version, leaves } = data
  const part = said(`kind_${kind}`)
  const held = leaves.map(({ path, value }) => [`body.${path}`, String(value)])
  const field = kept(view, { ...Object.fromEntries(held), inForceOn: today })
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('new_version', { part })}
        crumb={{ href: `/standards/${kind}`, label: say('part_now', { part, version }) }}
      >
        <p>{say('new_tiers_lead')}</p>
      </PageHead>
      <Form to={`/standards/${kind}/versions`} shell={view.shell} layout="flow" hidden={{ version }}>
        {kind === 'reasons' ? (
          <ManyLists data={data} field={field} open={view.problem !== undefined} />
        ) : (
          <WholePart data={data} field={field} />
        )}
        <PublishFields field={field} />
      </Form>
    </Page>
  )
}

export const editedFormScreen = screen({
  address: '/standards/:kind/new',
  title: say('edit_tiers'),
  look: lookEdited,
  page: EditedFormPage,
})

export const editedResource = resource({
  address: 'POST /standards/:kind/versions',
  act: publishEdited,
  stands: editedFormScreen,
  then: ({ kind }) => `/standards/${kind}`,
})
