import { roleWords } from '#access/roles.ts'
import type { Role } from '#access/roles.ts'
import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, PageHead, PartnerPage, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { caseWords } from '../case-words.ts'
import { lookParts, type SeenParts } from '../look-parts.ts'
import { decisionWords, taskWords } from '../screen-words.ts'

const say = caseWords()
const sayDecision = decisionWords()
const sayTask = taskWords()
const role = roleWords()
type Row = SeenParts['parts'][number]

const decided = ({ decision, what, doneBy, dueOn }: Row, today: string) =>
  what === null || doneBy === null || dueOn === null
    ? sayDecision(decision)
    : say('task', { what: sayTask(what), role: role(doneBy as Role), day: dayWords(dueOn, today) })

const Told = ({ data }: { data: SeenParts }) => (
  <Table<Row>
    caption={<span class="vh">{say('parts')}</span>}
    rows={data.parts}
    columns={[
      {
        head: say('student'),
        cell: (row) => (
          <>
            <a href={`/inbox/${row.referralId}`}>
              <bdi>{row.name}</bdi>
            </a>
            <br />
            <small>
              {say('number', { number: row.number })}.{' '}
              {say('week_of', { day: dayWords(row.weekOn, data.today) })}
            </small>
          </>
        ),
      },
      { head: say('decision'), cell: (row) => decided(row, data.today) },
      {
        head: say('your_visit'),
        cell: ({ nextVisitAt }) => (nextVisitAt === null ? say('no_visit') : momentWords(nextVisitAt, data)),
      },
      {
        head: say('other_visits'),
        cell: ({ otherVisitsAt }) =>
          otherVisitsAt.length === 0
            ? say('none')
            : otherVisitsAt.map((at) => momentWords(at, data)).join('; '),
      },
    ]}
  />
)

const PartsPage = (data: SeenParts, view: View) => (
  <PartnerPage shell={view.shell}>
    <PageHead title={say('parts')}>
      <p>{say('parts_lead')}</p>
    </PageHead>
    {data.parts.length === 0 ? (
      <Empty fact={say('parts_none')} note={say('parts_none_note')} />
    ) : (
      <Told data={data} />
    )}
  </PartnerPage>
)

/** What case reviews decided about students an agency serves: its own part. */
export const partsScreen = screen({
  address: '/inbox/case-reviews',
  title: say('parts'),
  look: lookParts,
  page: PartsPage,
  nav: { section: 'work', label: say('parts'), order: 4 },
})
