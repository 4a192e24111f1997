import { screen, type View } from '#access/screen.ts'
import { Clock, Empty, Page, PageHead, Table } from '#design/contract.ts'
import { clockWords } from '#standards/contract.ts'
import { lookPlans, type SeenPlans } from '../look-plans.ts'
import { returnWords, stateWords } from '../screen-words.ts'
import { Contacts } from './after-return.tsx'

const say = returnWords()
const state = stateWords()

const Next = ({ dueAt, data: { calendar, now } }: { dueAt: Date; data: SeenPlans }) => {
  const { headline, detail } = clockWords(calendar, { dueAt, now })
  return <Clock means={headline} time={detail} at={dueAt} late={dueAt < now} />
}

const List = ({ data }: { data: SeenPlans }) => (
  <Table
    caption={say('plans')}
    rows={data.plans}
    columns={[
      {
        head: say('who'),
        cell: ({ incidentId, student }) => (
          <a href={`/returns/${incidentId}`}>
            <bdi>{student}</bdi>
          </a>
        ),
      },
      { head: say('where'), cell: ({ schoolName }) => schoolName },
      { head: say('stands'), cell: (plan) => state(plan.state) },
      { head: say('owner'), cell: ({ ownerName }) => ownerName },
      { head: say('next'), cell: ({ nextDueAt }) => <Next dueAt={nextDueAt} data={data} /> },
    ]}
  />
)

const PlansPage = (data: SeenPlans, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('title')}>
      <p>{say('lead')}</p>
      {data.plans.length + data.followUps.length > 0 && <p>{say('late_count', { late: data.late })}</p>}
    </PageHead>
    {data.plans.length + data.followUps.length === 0 ? (
      <Empty fact={say('none')} note={say('none_hint')} />
    ) : (
      <div class="flow">
        {data.plans.length > 0 && <List data={data} />}
        <section class="flow" aria-labelledby="contacts">
          <h2 id="contacts">{say('contacts')}</h2>
          {data.followUps.length === 0 ? (
            <p>{say('contacts_none')}</p>
          ) : (
            <Contacts followUps={data.followUps} around={data} named />
          )}
        </section>
      </div>
    )}
  </Page>
)

/** Everybody who comes back from a crisis, until it holds. */
export const plansScreen = screen({
  address: '/returns',
  title: say('title'),
  look: lookPlans,
  nav: { section: 'work', label: say('title'), order: 42 },
  page: PlansPage,
})
