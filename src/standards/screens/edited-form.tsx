import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ErrorSummary, Form, kept, Page, PageHead } from '#design/contract.ts'
import type { Leaf } from '../edited.ts'
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
const WholePart = ({ editing, ...props }: GroupProps) => (
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
      .filter(({ path }) => !path.includes('.'))
      .map((list) => (
        <Blanks list={list} {...editing} />
      ))}
  </>
)

/** A part of many lists: each opens by itself, so that the page stays short. */
const ManyLists = (props: GroupProps) => (
  <>
    {groupsOf(props).map(([legend, leaves]) => {
      const { editing } = props
      const list = leaves[0] && listOf(editing, leaves[0])
      return (
        <details class="more" open={editing.problem !== undefined}>
          <summary>{legend}</summary>
          {list === undefined && <p class="hint">{closedNote}</p>}
          <div class="flow">
            <Together leaves={leaves} editing={editing} />
          </div>
          {list && <Blanks list={list} {...editing} />}
        </details>
      )
    })}
  </>
)

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
  const { kind, version, leaves } = data
  const part = said(`kind_${kind}`)
  const editing = editingOf(data, view)
  const Lists = kind === 'reasons' ? ManyLists : WholePart
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view).map((each) => namedFault(data, each))} />
      <PageHead
        title={say('new_version', { part })}
        crumb={{ href: `/standards/${kind}`, label: say('part_now', { part, version }) }}
      >
        <p>{say('new_tiers_lead')}</p>
      </PageHead>
      <ForNobody words={typedForNobody(view, data as never)} />
      <Form
        to={`/standards/${kind}/versions`}
        shell={view.shell}
        layout="flow"
        hidden={{ version, whole: 'yes' }}
      >
        <Lists leaves={leaves} editing={editing} />
        <PublishFields field={editing.field} signed={kind === 'crisis'} />
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
