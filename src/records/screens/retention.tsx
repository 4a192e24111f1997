import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { calendarDayWords } from '#consent/contract.ts'
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
  Table,
} from '#design/contract.ts'
import { addRetentionRule } from '../add-retention-rule.ts'
import { carryOutRemoval } from '../carry-out-removal.ts'
import { lookRetention, type SeenRetention } from '../look-records.ts'
import { proposeRemoval } from '../propose-removal.ts'
import { recordClasses } from '../request.ts'
import { recordWords } from '../screen-words.ts'
import { Propose, Removals } from './removals.tsx'

const say = recordWords()

const Rules = ({ data }: { data: SeenRetention }) => (
  <Table
    caption={<span class="vh">{say('keep_title')}</span>}
    rows={data.rules}
    columns={[
      { head: say('keep_class'), cell: ({ recordClass }) => say(`class.${recordClass}`) },
      { head: say('keep_years'), num: true, cell: ({ years }) => years },
      { head: say('keep_source'), cell: ({ source }) => source },
      { head: say('keep_from'), cell: ({ inForceFrom }) => calendarDayWords(inForceFrom, data) },
      { head: say('keep_counts'), fit: true, cell: ({ counts }) => say(counts ? 'keep_yes' : 'keep_no') },
    ]}
  />
)

const Due = ({ data }: { data: SeenRetention }) => (
  <Table
    caption={<span class="vh">{say('keep_due')}</span>}
    rows={data.due}
    columns={[
      { head: say('keep_class'), cell: ({ recordClass }) => say(`class.${recordClass}`) },
      { head: say('keep_would'), num: true, cell: ({ due }) => due },
      { head: say('keep_students'), num: true, cell: ({ students }) => students },
      { head: say('keep_held'), num: true, cell: ({ held }) => held },
    ]}
  />
)

const Add = ({ data, view }: { data: SeenRetention; view: View }) => {
  const field = kept(view, { inForceFrom: data.today })
  const { value, ...choice } = field('recordClass')
  return (
    <Form to="/records/retention" shell={view.shell} layout="box read flow">
      <Choices
        {...choice}
        legend={say('keep_class')}
        options={recordClasses.map((each) => ({ value: each, label: say(`class.${each}`) }))}
        {...(value !== undefined && { chosen: value })}
      />
      <Field {...field('years')} type="number" width="short" label={say('keep_years')} />
      <Field {...field('source')} label={say('keep_source')} maxlength={300} />
      <Field {...field('inForceFrom')} type="date" width="short" label={say('keep_from')} />
      <Button kind="go">{say('keep_add')}</Button>
    </Form>
  )
}

const RetentionPage = (data: SeenRetention, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('keep_title')}>
      <p>{say('keep_lead')}</p>
      <p>{say('keep_dry')}</p>
    </PageHead>
    {data.rules.length === 0 ? (
      <Empty fact={say('keep_none')} note={say('keep_none_note')} />
    ) : (
      <Rules data={data} />
    )}
    <section class="after flow" aria-labelledby="due">
      <h2 id="due">{say('keep_due')}</h2>
      <Due data={data} />
      <Propose data={data} view={view} />
    </section>
    <Removals data={data} view={view} />
    <section class="after flow" aria-labelledby="add">
      <h2 id="add">{say('keep_add')}</h2>
      <Add data={data} view={view} />
    </section>
  </Page>
)

/** The schedule, and what it would remove today. */
export const retentionScreen = screen({
  address: '/records/retention',
  title: say('keep_title'),
  look: lookRetention,
  page: RetentionPage,
  nav: { section: 'records', label: say('keep_title'), order: 30 },
})
export const retentionResource = resource({
  address: 'POST /records/retention',
  act: addRetentionRule,
  stands: retentionScreen,
  then: () => '/records/retention',
})
export const removalResources = [
  resource({
    address: 'POST /records/removals',
    act: proposeRemoval,
    stands: retentionScreen,
    then: () => '/records/retention',
  }),
  resource({
    address: 'POST /records/removals/:removalId/end',
    act: carryOutRemoval,
    stands: retentionScreen,
    then: () => '/records/retention',
  }),
]
