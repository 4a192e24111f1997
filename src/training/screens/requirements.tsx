import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { trainings } from '#access/trainings.ts'
import {
  Button,
  Choices,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
  Tabs,
  Tag,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { lookRequirements, type SeenRequirements } from '../look-requirements.ts'
import { publishRequirement } from '../publish-requirement.ts'
import { sayings } from '../screen-words.ts'
import { sampleLines, validMonths } from '../shipped.ts'
import { trainingWords } from '../words.ts'

const say = sayings()
const training = trainingWords()
type Props = { data: SeenRequirements; view: View }

const Version = ({ data, row }: { data: SeenRequirements; row: SeenRequirements['versions'][number] }) => (
  <section class="box read flow">
    <p>
      {row.id === data.inForceId && <b>{say('in_force')}. </b>}
      {say('begins', { day: dayWords(row.inForceOn, data.today), months: row.validMonths })}.{' '}
      {say(row.required ? 'is_required' : 'not_required')} {say('by', { name: row.publishedByName })}.
    </p>
    <p class="row">
      <span>{say('version', { version: row.version })}</span>
      {row.sample && <Tag kind="sample">{say('sample')}</Tag>}
    </p>
    <ul class="flow">
      {row.lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </section>
)

/** Room for the next version: it begins with the words of the last, and of the first with our sample. */
const Next = ({ data, view }: Props) => {
  const [last] = data.versions
  const field = kept(view, {
    lines: (last?.lines ?? sampleLines[data.topic]).join('\n'),
    validMonths: String(last?.validMonths ?? validMonths.shipped),
    required: (last?.required ?? true) ? 'yes' : 'no',
    inForceOn: data.today,
  })
  const { value: required, ...asked } = field('required')
  return (
    <Form
      to="/training/requirements"
      shell={view.shell}
      layout="box read flow"
      hidden={{ topic: data.topic, version: String(last?.version ?? 0) }}
    >
      <h2>{say('next')}</h2>
      <Field {...field('lines')} type="textarea" label={say('lines')} hint={say('lines_hint')} rows={8} />
      <Field {...field('validMonths')} label={say('months')} width="short" inputmode="numeric" />
      <Choices
        {...asked}
        legend={say('required_q')}
        hint={say('required_hint')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: say(value) }))}
        chosen={required ?? []}
      />
      <Field {...field('inForceOn')} type="date" width="mid" label={say('in_force_on')} />
      <Button kind="go">{say('publish')}</Button>
    </Form>
  )
}

const RequirementsPage = (data: SeenRequirements, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('requirements_title')} crumb={{ href: '/training', label: say('title') }}>
      <p>{say('requirements_lead')}</p>
    </PageHead>
    <Tabs
      label={say('for_what')}
      tabs={trainings.map((each) => ({
        href: `/training/requirements?topic=${each}`,
        label: training(each),
        current: each === data.topic,
      }))}
    />
    <div class="flow">
      {data.versions.length === 0 && <Empty fact={say('no_version')} note={say('no_version_note')} />}
      {data.versions.map((row) => (
        <Version data={data} row={row} />
      ))}
      {data.mayPublish && <Next data={data} view={view} />}
    </div>
  </Page>
)

/** Every version of a training, and the form of the next. */
export const requirementsScreen = screen({
  address: '/training/requirements',
  title: say('requirements_title'),
  look: lookRequirements,
  page: RequirementsPage,
})
export const requirementsResource = resource({
  address: 'POST /training/requirements',
  act: publishRequirement,
  stands: requirementsScreen,
  at: (params, { topic }) => ({ ...params, ...(typeof topic === 'string' && { topic }) }),
  then: ({ topic }) => `/training/requirements?topic=${topic}`,
})
