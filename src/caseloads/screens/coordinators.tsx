import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, screen, type View } from '#access/screen.ts'
import {
  Act,
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  Late,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { assignCoordinator } from '../assign-coordinator.ts'
import { lookCoordinators, type SeenCoordinators } from '../look-coordinators.ts'
import { relieveCoordinator } from '../relieve-coordinator.ts'
import { caseloadWords } from '../screen-words.ts'

const say = caseloadWords()
type Props = { data: SeenCoordinators; view: View }
type Row = SeenCoordinators['coordinations'][number]

const End = ({ row, view }: { row: Row; view: View }) => (
  <Act id={`end-${row.id}`} kind="text" to={`/caseloads/coordination/${row.id}/end`} shell={view.shell}>
    {say('end')}
    <span class="vh">{say('end_of', { name: row.personName, agency: row.partnerName })}</span>
  </Act>
)

const Who = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="who-h">
    <h2 id="who-h">{say('who')}</h2>
    {data.coordinations.length === 0 ? (
      <Empty fact={say('nobody')} note={say('nobody_note')} />
    ) : (
      <Table<Row>
        caption={<span class="vh">{say('who')}</span>}
        rows={data.coordinations}
        columns={[
          { head: say('coordinator'), cell: ({ personName }) => <bdi>{personName}</bdi> },
          { head: say('agency'), cell: ({ partnerName }) => partnerName },
          { head: say('since'), cell: ({ sinceOn }) => dayWords(sinceOn, data.today) },
          ...(data.coordinations.some(({ mayEnd }) => mayEnd)
            ? [{ head: say('end'), cell: (row: Row) => row.mayEnd && <End row={row} view={view} /> }]
            : []),
        ]}
      />
    )}
  </section>
)

/** How many each agency serves: whom nobody coordinates stands out. */
const Counts = ({ data }: { data: SeenCoordinators }) => (
  <section class="after flow" aria-labelledby="served-h">
    <h2 id="served-h">{say('served')}</h2>
    {data.counts.length === 0 ? (
      <p>{say('served_none')}</p>
    ) : (
      <Table
        caption={<span class="vh">{say('served')}</span>}
        narrow="pairs"
        rows={data.counts}
        columns={[
          { head: say('agency'), cell: ({ partnerName }) => partnerName },
          { head: say('students'), num: true, cell: ({ students }) => students },
          {
            head: say('planned'),
            num: true,
            cell: ({ planned: count, inCare: of }) => say('of', { count, of }),
          },
          {
            head: say('reached'),
            num: true,
            cell: ({ reached: count, inCare: of }) => say('of', { count, of }),
          },
          {
            head: say('uncoordinated'),
            num: true,
            cell: ({ uncoordinated: count }) =>
              count === 0 ? say('none') : <Late>{say('gap', { count })}</Late>,
          },
        ]}
      />
    )}
  </section>
)

const chosenOf = (named: readonly { id: string; name: string }[]) => [
  { value: '', label: say('choose') },
  ...named.map(({ id, name }) => ({ value: id, label: name })),
]

const Assign = ({ data, view }: Props) => {
  const field = kept(view)
  return (
    <section class="after flow" aria-labelledby="assign-h">
      <h2 id="assign-h">{say('assign')}</h2>
      <Form to="/caseloads/coordination" shell={view.shell} layout="box read flow">
        <p>{say('assign_note')}</p>
        <Field
          {...field('personId')}
          type="select"
          label={say('coordinator')}
          options={chosenOf(data.people)}
        />
        <Field
          {...field('partnerId')}
          type="select"
          label={say('agency')}
          options={chosenOf(data.partners)}
        />
        <Button kind="go">{say('assign_save')}</Button>
      </Form>
    </section>
  )
}

const CoordinatorsPage = (data: SeenCoordinators, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')} crumb={{ href: '/caseloads', label: say('caseloads') }}>
      <p>
        {say('lead')} {data.keepsCaseload && <a href="/caseloads/own">{say('to_own')}</a>}{' '}
        <a href="/case-reviews">{say('to_reviews')}</a>
      </p>
    </PageHead>
    <Who data={data} view={view} />
    <Counts data={data} />
    {data.mayAssign && <Assign data={data} view={view} />}
  </Page>
)

/** Who coordinates with which agency. */
export const coordinatorsScreen = screen({
  address: '/caseloads/coordination',
  title: say('title'),
  look: lookCoordinators,
  page: CoordinatorsPage,
  nav: { section: 'care', label: say('title'), order: 27 },
})
export const coordinatorResources: Resource[] = [
  resource({
    address: 'POST /caseloads/coordination',
    act: assignCoordinator,
    stands: coordinatorsScreen,
    then: () => '/caseloads/coordination',
  }),
  resource({
    address: 'POST /caseloads/coordination/:coordinationId/end',
    act: relieveCoordinator,
    stands: coordinatorsScreen,
    then: () => '/caseloads/coordination',
  }),
]
