import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import type { Leaf } from '../edited.ts'
import { lookEdited } from '../look-edited.ts'
import { publishEdited } from '../publish-edited.ts'
import { screenWords } from '../screen-words.ts'
import { standardsWords } from '../words.ts'
import { groupOf, labelOf, nowOf } from './edited-words.ts'
import { PublishFields } from './publish-fields.tsx'

const say = screenWords()
const said = standardsWords()

type Data = Awaited<ReturnType<typeof lookEdited.see>>
type Fields = ReturnType<typeof kept>

const long = 60

type LineProps = { leaf: Leaf; field: Fields; now: string | undefined }

const Line = ({ leaf: { path, value }, field, now }: LineProps) => {
  const given = field(`body.${path}`)
  return typeof value === 'number' ? (
    <Field {...given} type="number" width="short" label={labelOf(path)} hint={now} />
  ) : (
    <Field {...given} {...(value.length > long && { type: 'textarea' as const })} label={labelOf(path)} />
  )
}

/** Lines that belong together, under what they belong to: a question, a step, a change. */
const groupsOf = ({ kind, body, leaves }: Data): [string, Leaf[]][] =>
  Object.entries(Object.groupBy(leaves, ({ path }) => groupOf(kind, body, path))) as [string, Leaf[]][]

const EditedFormPage = (data: Data, view: View) => {
  const { kind, today, version, body, leaves } = data
  const held = leaves.map(({ path, value }) => [`body.${path}`, String(value)])
  const field = kept(view, { ...Object.fromEntries(held), inForceOn: today })
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('new_version', { part: said(`kind_${kind}`) })}
        crumb={{
          href: `/standards/${kind}`,
          label: say('part_now', { part: said(`kind_${kind}`), version }),
        }}
      >
        <p>{say('new_tiers_lead')}</p>
      </PageHead>
      <Form to={`/standards/${kind}/versions`} shell={view.shell} layout="flow" hidden={{ version }}>
        {groupsOf(data).map(([legend, group]) => (
          <fieldset class="flow">
            <legend>{legend}</legend>
            {group.map((leaf) => (
              <Line leaf={leaf} field={field} now={nowOf(body, leaf.path)} />
            ))}
          </fieldset>
        ))}
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
