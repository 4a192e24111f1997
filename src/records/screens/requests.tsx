import { screen, type View } from '#access/screen.ts'
import { calendarDayWords, momentWords } from '#consent/contract.ts'
import { Empty, Late, Page, PageHead, Pager, Table, Tabs } from '#design/contract.ts'
import { lookRequests, type SeenRequests } from '../look-records.ts'
import type { RecordRequest } from '../request.ts'
import { isOverdue } from '../rules.ts'
import { recordWords } from '../screen-words.ts'

const say = recordWords()

type Reading = Pick<SeenRequests, 'timeZone' | 'now' | 'today'>

/** What was answered, or by when an answer is due. */
export function AnswerLine({ row, reading }: { row: RecordRequest; reading: Reading }) {
  if (row.answer !== null && row.answeredAt !== null)
    return (
      <>
        {say('answered_line', {
          answer: say(`answer.${row.answer}`),
          name: row.answeredByName ?? '',
          at: momentWords(row.answeredAt, reading),
        })}
      </>
    )
  const day = calendarDayWords(row.dueOn, reading)
  return isOverdue(row, reading.today) ? <Late>{say('due_late', { day })}</Late> : <>{day}</>
}

const place = (state: string, from?: number) =>
  `/records?state=${state}${from === undefined ? '' : `&from=${from}`}`

const Rows = ({ data }: { data: SeenRequests }) => (
  <Table
    caption={<span class="vh">{say(data.state)}</span>}
    rows={data.shown}
    columns={[
      {
        head: say('student'),
        cell: (row) => (
          <a href={`/students/${row.studentId}/records`}>
            <bdi>{row.studentName}</bdi>
          </a>
        ),
      },
      { head: say('asked'), cell: ({ kind, owner }) => `${say(`kind.${kind}`)}. ${say(`owner.${owner}`)}` },
      { head: say('by'), cell: ({ askedByName }) => <bdi>{askedByName}</bdi> },
      {
        head: say(data.state === 'waiting' ? 'due' : 'answer'),
        cell: (row) => <AnswerLine row={row} reading={data} />,
      },
    ]}
  />
)

const RequestsPage = (data: SeenRequests, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>{say('lead')}</p>
      <p>{say('how')}</p>
      {data.keepsHolds && (
        <p class="row">
          <a href="/records/retention">{say('retention')}</a> <a href="/records/holds">{say('holds_link')}</a>
        </p>
      )}
    </PageHead>
    <Tabs
      label={say('states')}
      tabs={(['waiting', 'answered'] as const).map((state) => ({
        href: place(state),
        label: say(state),
        current: state === data.state,
      }))}
    />
    {data.shown.length === 0 ? (
      <Empty fact={say(`none_${data.state}`)} note={say('none_note')} />
    ) : (
      <Rows data={data} />
    )}
    <Pager
      previous={data.first ? undefined : place(data.state)}
      next={data.next === undefined ? undefined : place(data.state, data.next)}
    />
  </Page>
)

/** What families asked about records, and by when it is answered. */
export const requestsScreen = screen({
  address: '/records',
  title: say('title'),
  look: lookRequests,
  page: RequestsPage,
  nav: { section: 'records', label: say('title'), order: 29 },
})
