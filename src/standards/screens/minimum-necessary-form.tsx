import { dataClassPurposes, dataClassWords } from '#access/data-class-words.ts'
import { reasonsShown } from '#access/reasons-shown.ts'
import { assignableRoles, roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { dataClasses } from '#database/classes.ts'
import {
  Choices,
  ErrorSummary,
  Field,
  Filter,
  Form,
  kept,
  keptAll,
  Page,
  PageHead,
} from '#design/contract.ts'
import { knowingWords, purposeWords } from '../knowing-words.ts'
import { lookMinimumNecessary } from '../look-minimum-necessary.ts'
import { publishMinimumNecessary } from '../publish-minimum-necessary.ts'
import { screenWords } from '../screen-words.ts'
import { standardsWords } from '../words.ts'
import { PublishFields } from './publish-fields.tsx'

const say = screenWords()
const said = standardsWords()
const sayHere = knowingWords()
const sayRole = roleWords()
const sayClass = dataClassWords()
const sayHeld = dataClassPurposes()
const sayPurpose = purposeWords()

type Data = Awaited<ReturnType<typeof lookMinimumNecessary.see>>

const Which = ({ role, dataClass }: Data) => (
  <Filter to="/standards/minimum_necessary/new" button={sayHere('choose')}>
    <Field
      name="role"
      type="select"
      label={sayHere('role')}
      value={role}
      options={assignableRoles.map((value) => ({ value, label: sayRole(value) }))}
    />
    <Field
      name="dataClass"
      type="select"
      label={sayHere('data_class')}
      value={dataClass}
      options={dataClasses.map((value) => ({ value, label: sayClass(value) }))}
    />
  </Filter>
)

/** For which purposes this role may know this class. */
const Cell = ({ data, view }: { data: Data; view: View }) => {
  const { role, dataClass, version, today, chosen, because, most } = data
  const field = kept(view, { inForceOn: today, because })
  return (
    <Form
      to="/standards/minimum_necessary"
      shell={view.shell}
      layout="flow"
      hidden={{ version, role, dataClass }}
    >
      <h2>{sayHere('cell', { role: sayRole(role), dataClass: sayClass(dataClass) })}</h2>
      <p>{sayHere('held_for', { purpose: sayHeld(dataClass) })}</p>
      <Choices
        many
        name="for"
        legend={sayHere('for')}
        hint={sayHere('for_hint')}
        options={most.map((value) => ({ value, label: sayPurpose(value) }))}
        chosen={keptAll(view, 'for', chosen)}
      />
      <Field
        {...field('because')}
        label={sayHere('because_field')}
        hint={sayHere('because_hint')}
        maxlength={200}
      />
      <PublishFields field={field} />
    </Form>
  )
}

const MinimumNecessaryFormPage = (data: Data, view: View) => {
  const part = said('kind_minimum_necessary')
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('new_version', { part })}
        crumb={{
          href: '/standards/minimum_necessary',
          label: say('part_now', { part, version: data.version }),
        }}
      >
        <p>
          {sayHere('form_lead')} {sayHere('form_most')}
        </p>
      </PageHead>
      <div class="flow">
        <Which {...data} />
        {data.most.length === 0 ? <p>{sayHere('never')}</p> : <Cell data={data} view={view} />}
      </div>
    </Page>
  )
}

export const minimumNecessaryFormScreen = screen({
  address: '/standards/minimum_necessary/new',
  title: said('kind_minimum_necessary'),
  look: lookMinimumNecessary,
  page: MinimumNecessaryFormPage,
})

export const minimumNecessaryResource = resource({
  address: 'POST /standards/minimum_necessary',
  act: publishMinimumNecessary,
  stands: minimumNecessaryFormScreen,
  at: (_, { role, dataClass }) => ({ role: String(role), dataClass: String(dataClass) }),
  then: () => '/standards/minimum_necessary',
})
