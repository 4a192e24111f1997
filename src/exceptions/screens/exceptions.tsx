import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, Late, Page, PageHead, Pager, Table, Tabs } from '#design/contract.ts'
import type { SeenException } from '../exception.ts'
import { lookExceptions, type SeenList } from '../look-exceptions.ts'
import { isOverdue } from '../rules.ts'
import { basisWords, exceptionWords, findingWords, officeWords } from '../screen-words.ts'

const say = exceptionWords()
const ground = basisWords()
const office = officeWords()
const finding = findingWords()

type Reading = Pick<SeenList, 'timeZone' | 'now'>

/** When the review is owed, that it is late, or what it found. */
export function ReviewLine({ row, reading }: { row: SeenException; reading: Reading }) {
  if (row.finding !== null && row.reviewedAt !== null)
    return (
      <>
        {say('found', {
          finding: finding(row.finding),
          name: row.reviewedByName ?? '',
          at: momentWords(row.reviewedAt, reading),
        })}
      </>
    )
  const at = momentWords(row.reviewDueAt, reading)
  return isOverdue(row, reading.now) ? <Late>{say('late', { at })}</Late> : <>{say('due', { at })}</>
}

const Rows = ({ data }: { data: SeenList }) => (
  <Table
    caption={<span class="vh">{say(data.state)}</span>}
    rows={data.shown}
    columns={[
      {
        head: say('student'),
        cell: (row) => (
          <>
            <a href={`/exceptions/${row.id}`}>
              <bdi>{row.studentName}</bdi>
            </a>
            {row.schoolName !== null && (
              <>
                <br />
                <small>{row.schoolName}</small>
              </>
            )}
          </>
        ),
      },
      { head: say('ground'), cell: ({ basis }) => ground(basis) },
      { head: say('told_to'), cell: ({ recipientKind }) => office(recipientKind) },
      {
        head: say('told_by'),
        cell: ({ disclosedByName: name, disclosedAt }) =>
          say('by_at', { name, at: momentWords(disclosedAt, data) }),
      },
      { head: say('review'), cell: (row) => <ReviewLine row={row} reading={data} /> },
    ]}
  />
)

const at = (state: string, from?: number) =>
  `/exceptions?state=${state}${from === undefined ? '' : `&from=${from}`}`

const ExceptionsPage = (data: SeenList, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>
        {say('lead')} {say('how')}
      </p>
      {data.counts.overdue > 0 && (
        <p>
          <Late>{say('overdue', { count: data.counts.overdue })}</Late>
        </p>
      )}
    </PageHead>
    <Tabs
      label={say('states')}
      tabs={(['waiting', 'reviewed'] as const).map((state) => ({
        href: at(state),
        label: say(state),
        current: state === data.state,
        ...(state === 'waiting' && { count: data.counts.waiting }),
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

/** What was told without consent, and waits for somebody else to look at it. */
export const exceptionsScreen = screen({
  address: '/exceptions',
  title: say('title'),
  look: lookExceptions,
  page: ExceptionsPage,
  nav: { section: 'records', label: say('title'), order: 28 },
})
