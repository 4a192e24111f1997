import { resource, screen, type View } from '#access/screen.ts'
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
import { addMinorRule } from '../add-minor-rule.ts'
import { approveMinorRule } from '../approve-minor-rule.ts'
import { lookMinorRules, type SeenRules } from '../look-minor-rules.ts'
import { careKinds } from '../minor-rule.ts'
import { calendarDayWords } from '../moment.ts'
import { ruleWords } from '../rule-words.ts'
import { asked } from './options.ts'

const say = ruleWords()
type Row = SeenRules['rules'][number]
type Props = { data: SeenRules; view: View }

const careOf = ({ care }: Pick<Row, 'care'>) => say(`care.${care}`)

function holds({ inForceFrom, inForceUntil }: Row, data: SeenRules): string {
  const from = calendarDayWords(inForceFrom, data)
  if (inForceUntil === null) return say('from', { day: from })
  return say('from_until', { from, until: calendarDayWords(inForceUntil, data) })
}

function approved({ sample, approvedBy: name, approvedOn }: Row, data: SeenRules): string {
  if (sample) return say('sample')
  if (name === null || approvedOn === null) return say('waits')
  return say('approved', { name, day: calendarDayWords(approvedOn, data) })
}

const Rules = ({ data }: { data: SeenRules }) => (
  <Table
    caption={say('caption')}
    rows={data.rules}
    columns={[
      {
        head: say('head_state'),
        cell: (row) => (
          <>
            {row.state}
            <br />
            <small>{careOf(row)}</small>
          </>
        ),
      },
      { head: say('head_age'), num: true, cell: ({ fromAge }) => fromAge },
      { head: say('head_told'), fit: true, cell: ({ caregiverTold }) => say(caregiverTold ? 'yes' : 'no') },
      { head: say('head_source'), cell: ({ source }) => source },
      { head: say('head_when'), cell: (row) => holds(row, data) },
      { head: say('head_approved'), cell: (row) => approved(row, data) },
    ]}
  />
)

const Approve = ({ data, view, row }: Props & { row: Row }) => {
  const field = kept(view, { approvedOn: data.today })
  const which = say('approve_which', { state: row.state, care: careOf(row), age: row.fromAge })
  return (
    <Form to={`/consents/rules/${row.id}/approval`} shell={view.shell} layout="box read flow">
      <h3>{which}</h3>
      <Field {...field('approvedBy')} label={say('approve_by')} maxlength={120} />
      <Field {...field('approvedOn')} type="date" width="short" label={say('approve_on')} />
      <Button>{say('approve')}</Button>
    </Form>
  )
}

const Add = ({ data, view }: Props) => {
  const field = kept(view, { state: data.state, inForceFrom: data.today })
  const told = (['yes', 'no'] as const).map((value) => ({ value, label: say(value) }))
  return (
    <Form to="/consents/rules" shell={view.shell} layout="box read flow">
      <Field {...field('state')} label={say('add_state')} width="short" maxlength={2} />
      <Choices
        {...asked(field('care'))}
        legend={say('add_care')}
        options={careKinds.map((value) => ({ value, label: say(`care.${value}`) }))}
      />
      <Field {...field('fromAge')} type="number" width="short" label={say('add_age')} />
      <Choices {...asked(field('caregiverTold'))} inline legend={say('add_told')} options={told} />
      <Field {...field('source')} label={say('add_source')} maxlength={300} />
      <div class="pairs auto">
        <Field {...field('inForceFrom')} type="date" width="short" label={say('add_from')} />
        <Field {...field('inForceUntil')} type="date" width="short" label={say('add_until')} optional />
      </div>
      <Button kind="go">{say('add')}</Button>
    </Form>
  )
}

const RulesPage = (data: SeenRules, view: View) => {
  const open = data.rules.filter(({ mayApprove }) => mayApprove)
  return (
    <Page shell={view.shell}>
      <PageHead title={say('title')}>
        <p>{say('lead')}</p>
        <p>{say('no_advice')}</p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      {data.rules.length === 0 ? <Empty fact={say('none')} /> : <Rules data={data} />}
      {data.mayKeep && open.length > 0 && (
        <section class="after flow" aria-labelledby="approve">
          <h2 id="approve">{say('approve_title')}</h2>
          {open.map((row) => (
            <Approve data={data} view={view} row={row} />
          ))}
        </section>
      )}
      {data.mayKeep && (
        <section class="after flow" aria-labelledby="add">
          <h2 id="add">{say('add_title')}</h2>
          <Add data={data} view={view} />
        </section>
      )}
    </Page>
  )
}

/** Who may consent: a dated rule for each state and kind of care [R151]. */
export const rulesScreen = screen({
  address: '/consents/rules',
  title: say('title'),
  look: lookMinorRules,
  page: RulesPage,
  nav: { section: 'records', label: say('title'), order: 27 },
})
const then = () => '/consents/rules'
export const rulesResource = resource({
  address: 'POST /consents/rules',
  act: addMinorRule,
  stands: rulesScreen,
  then,
})
export const approvalsResource = resource({
  address: 'POST /consents/rules/:ruleId/approval',
  act: approveMinorRule,
  stands: rulesScreen,
  then,
})
