import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Pager, State, Table, Tabs } from '#design/contract.ts'
import { consentStates } from '../consent-state.ts'
import { lookWorklist, type SeenWorklist } from '../look-worklist.ts'
import { momentWords } from '../moment.ts'
import { stateNotes, stateWords, worklistWords } from '../worklist-words.ts'

const say = worklistWords()
const named = stateWords()
const note = stateNotes()
type Row = SeenWorklist['rows'][number]

const Student = ({ row }: { row: Row }) => (
  <>
    <a href={`/referrals/${row.id}/consents`}>
      <bdi>{row.studentName}</bdi>
    </a>
    <br />
    <small>
      {row.schoolName}. {say('referral', { number: row.number })}
    </small>
    {row.minorConsented && (
      <>
        <br />
        <small>{say('alone')}</small>
      </>
    )}
  </>
)

/** How a family was asked, by whom, and until when an answer is waited for. */
const AskedCell = ({ row, data }: { row: Row; data: SeenWorklist }) => {
  if (row.askedAt === null || row.answerDueAt === null || row.askedWay === null) return null
  const due = momentWords(row.answerDueAt, data)
  const isOver = row.answerDueAt <= data.now
  return (
    <>
      {say(`asked_${row.askedWay}`, { at: momentWords(row.askedAt, data), by: row.askedBy ?? '' })}
      <br />
      <State s={isOver ? 'late' : 'due'}>{say(isOver ? 'over' : 'waits', { due })}</State>
    </>
  )
}

const Rows = ({ data }: { data: SeenWorklist }) => (
  <Table
    caption={note(data.state)}
    rows={data.rows}
    columns={[
      { head: say('student'), cell: (row) => <Student row={row} /> },
      { head: say('agency'), cell: ({ partnerName }) => partnerName ?? say('agency_none') },
      ...(data.state === 'requested'
        ? [{ head: say('asked'), cell: (row: Row) => <AskedCell row={row} data={data} /> }]
        : []),
      {
        head: say('latest'),
        fit: true,
        cell: ({ latestAt }) => (latestAt === null ? say('latest_none') : momentWords(latestAt, data)),
      },
    ]}
  />
)

const WorklistPage = (data: SeenWorklist, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>{say('lead')}</p>
      <p class="row">
        <a href="/consents/rules">{say('rules_link')}</a>
        <a href="/consents/wordings">{say('wording_link')}</a>
      </p>
    </PageHead>
    <Tabs
      label={say('states')}
      tabs={consentStates.map((state) => ({
        href: `/consents?state=${state}`,
        label: named(state),
        count: data.counts[state],
        current: state === data.state,
      }))}
    />
    <h2>{named(data.state)}</h2>
    {data.rows.length === 0 ? <Empty fact={say('nothing')} note={note(data.state)} /> : <Rows data={data} />}
    <Pager
      previous={data.first ? undefined : `/consents?state=${data.state}`}
      next={data.next === undefined ? undefined : `/consents?state=${data.state}&after=${data.next}`}
    />
  </Page>
)

/** Where consent stands, state by state: each a list of its own. */
export const worklistScreen = screen({
  address: '/consents',
  title: say('title'),
  look: lookWorklist,
  page: WorklistPage,
  nav: { section: 'records', label: say('title'), order: 25 },
})
