import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, Late, Page, PageHead, Pager, Table, Tabs, Tag } from '#design/contract.ts'
import type { ListedEscalation } from '../list-store.ts'
import { lookEscalations, type SeenList } from '../look-escalations.ts'
import { causeWords, decisionWords, endingWords, escalationWords } from '../screen-words.ts'
import type { Decision } from '../escalation.ts'
import { owedWords } from './owed.ts'

const say = escalationWords()
const cause = causeWords()
const decision = decisionWords()
const ending = endingWords()

type Props = { row: ListedEscalation; data: SeenList }

const Who = ({ row }: Props) => (
  <>
    <a href={`/escalations/${row.id}`}>
      <bdi>{row.studentName}</bdi>
    </a>
    <br />
    <small>
      {row.schoolName}, {say('number', { number: row.referralNumber })}
    </small>
  </>
)

const Why = ({ row, data }: Props) => (
  <>
    {cause(row.cause)}
    {row.wasDueAt !== null && (
      <>
        <br />
        <small>{say('was_due', { at: momentWords(row.wasDueAt, data) })}</small>
      </>
    )}
    {row.highNeed && (
      <>
        {' '}
        <Tag>{say('high_need')}</Tag>
      </>
    )}
  </>
)

const Taken = ({ row }: Props) => (
  <>
    {row.takenByName === null ? say('nobody') : <bdi>{row.takenByName}</bdi>}
    {row.decision !== null && (
      <>
        <br />
        <small>{decision(row.decision as Decision)}</small>
      </>
    )}
  </>
)

const Owed = ({ row, data }: Props) => {
  if (row.ending !== null && row.closedAt !== null)
    return (
      <>
        {ending(row.ending)}, {momentWords(row.closedAt, data)}
      </>
    )
  const at = owedWords(row, data)
  return row.nextDueAt < data.now ? <Late>{say('late_since', { at })}</Late> : <>{at}</>
}

const Rows = ({ data }: { data: SeenList }) => (
  <Table
    caption={<span class="vh">{say(data.state)}</span>}
    rows={data.shown}
    columns={[
      { head: say('student'), cell: (row) => <Who row={row} data={data} /> },
      { head: say('why'), cell: (row) => <Why row={row} data={data} /> },
      { head: say('who'), cell: (row) => <Taken row={row} data={data} /> },
      {
        head: say(data.state === 'open' ? 'owed' : 'ended'),
        cell: (row) => <Owed row={row} data={data} />,
      },
    ]}
  />
)

const at = (state: string, from?: number) =>
  `/escalations?state=${state}${from === undefined ? '' : `&from=${from}`}`

const EscalationsPage = (data: SeenList, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>
        {say('lead')} <a href="/escalations/figures">{say('figures')}</a>
      </p>
      {data.counts.late > 0 && (
        <p>
          <Late>{say('late', { count: data.counts.late })}</Late>
        </p>
      )}
    </PageHead>
    <Tabs
      label={say('states')}
      tabs={(['open', 'closed'] as const).map((state) => ({
        href: at(state),
        label: say(state),
        current: state === data.state,
        ...(state === 'open' && { count: data.counts.open }),
      }))}
    />
    {data.shown.length === 0 ? (
      <Empty fact={say(`nothing_${data.state}`)} note={say('nothing_note')} />
    ) : (
      <Rows data={data} />
    )}
    <Pager
      previous={data.first ? undefined : at(data.state)}
      next={data.next === undefined ? undefined : at(data.state, data.next)}
    />
  </Page>
)

/** The stalled loops of one's schools. */
export const escalationsScreen = screen({
  address: '/escalations',
  title: say('title'),
  look: lookEscalations,
  page: EscalationsPage,
  nav: { section: 'care', label: say('title'), order: 24 },
})
