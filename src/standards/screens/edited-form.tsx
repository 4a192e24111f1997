import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ErrorSummary, Form, kept, Page, PageHead } from '#design/contract.ts'
import type { Leaf } from '../edited.ts'
import { type FormPart, isOnForm } from '../form-parts.ts'
import { lookEdited } from '../look-edited.ts'
import { publishEdited } from '../publish-edited.ts'
import { rowListsOf } from '../rows.ts'
import { screenWords } from '../screen-words.ts'
import { standardsWords } from '../words.ts'
import { heldOf, typedBeside, typedForNobody } from './edited-held.ts'
import { closedNote, groupOf, namedFault, noteOf } from './edited-words.ts'
import { type Editing, listOf, Together } from './lines.tsx'
import { PublishFields } from './publish-fields.tsx'
import { Blanks } from './row-fields.tsx'

const say = screenWords()
const said = standardsWords()

type Data = Awaited<ReturnType<typeof lookEdited.see>>
type GroupProps = { leaves: readonly Leaf[]; editing: Editing }

/** Lines that belong together, under what they belong to: a question, a step, a change, a list. */
const groupsOf = ({ leaves, editing: { kind, body } }: GroupProps) => [
  ...Map.groupBy(leaves, ({ path }) => groupOf(kind, body, path)),
]

/** What is said of a group of lines before them. */
const Note = ({ leaves, editing: { kind, body } }: GroupProps) => {
  const note = noteOf(kind, body, leaves[0]?.path ?? '')
  return note === undefined ? null : <p class="hint">{note}</p>
}

/** A part that is one list: its rows, and then empty ones. */
const WholePart = ({ editing, list, ...props }: GroupProps & { list: FormPart | undefined }) => (
  <>
    {editing.kind === 'time_standards' && <p class="hint">{say('limit_stays')}</p>}
    {groupsOf({ editing, ...props }).map(([legend, leaves]) => (
      <fieldset class="part flow">
        <legend>{legend}</legend>
        <Note leaves={leaves} editing={editing} />
        <Together leaves={leaves} editing={editing} />
      </fieldset>
    ))}
    {rowListsOf(editing.kind, editing.body)
      .filter(({ path }) => !path.includes('.') && isOnForm(list, `${path}.`))
      .map((list) => (
        <Blanks list={list} {...editing} />
      ))}
  </>
)

/** A long part has several forms: on one it is too long to find anything in. */
const Forms = ({ kind, forms }: Data) => (
  <ul>
    {forms.map((part) => (
      <li>
        <a href={`/standards/${kind}/new?list=${part}`}>{say(`list_${part}`)}</a>
      </li>
    ))}
  </ul>
)

/** One list of the part: its choices and empty ones, or that they stay. */
const OneList = ({ leaves, editing }: GroupProps) => {
  const list = leaves[0] && listOf(editing, leaves[0])
  return (
    <>
      {list === undefined && <p class="hint">{closedNote}</p>}
      <Together leaves={leaves} editing={editing} />
      {list && <Blanks list={list} {...editing} />}
    </>
  )
}

/** What was typed for rows that somebody else left out meanwhile. */
const ForNobody = ({ words }: { words: readonly string[] }) =>
  words.length === 0 ? null : (
    <section class="flow" aria-labelledby="for-nobody">
      <h2 id="for-nobody">{say('for_nobody')}</h2>
      <p>{say('for_nobody_note')}</p>
      <ul>
        {words.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    </section>
  )

/** What a form of this version needs: its fields with what was typed, and what begins anew. */
function editingOf({ kind, body, leaves, today }: Data, view: View): Editing {
  const typed = typedBeside(view, leaves)
  const held = Object.assign({ inForceOn: today }, ...leaves.map(heldOf))
  const begun = (at: string) =>
    Object.entries(typed).some(([name, said]) => name.startsWith(`${at}.`) && said !== '')
  return { kind, body, problem: view.problem, field: kept({ ...view, typed }, held), begun }
}

const EditedFormPage = (data: Data, view: View) => {
  const { kind, list, version, leaves } = data
  const part = said(`kind_${kind}`)
  const editing = editingOf(data, view)
  const choosing = data.forms.length > 0
  const lines = { leaves, editing }
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view).map((each) => namedFault(data, each))} />
      <PageHead
        title={list === undefined ? say('new_version', { part }) : say(`list_${list}`)}
        crumb={{ href: `/standards/${kind}`, label: say('part_now', { part, version }) }}
      >
        <p>{say(choosing ? 'which_list' : 'new_tiers_lead')}</p>
      </PageHead>
      <ForNobody words={typedForNobody(view, data as never)} />
      {choosing ? (
        <Forms {...data} />
      ) : (
        <Form
          to={`/standards/${kind}/versions`}
          shell={view.shell}
          layout="flow"
          hidden={{ version, whole: 'yes', ...(list !== undefined && { list }) }}
        >
          {kind === 'reasons' ? <OneList {...lines} /> : <WholePart {...lines} list={list} />}
          <PublishFields field={editing.field} signed={kind === 'crisis'} />
        </Form>
      )}
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
  at: (params, { list }) => ({ ...params, ...(typeof list === 'string' && { list }) }),
  then: ({ kind }) => `/standards/${kind}`,
})
