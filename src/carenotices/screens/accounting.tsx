import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, Late, Page, PageHead, Table } from '#design/contract.ts'
import type { Accounted } from '../accounting-store.ts'
import type { StepKind } from '../care-notice.ts'
import { lookAccounting, type SeenAccounting } from '../look-accounting.ts'
import { keeperWords, stepKindWords } from '../screen-words.ts'

const say = keeperWords()
const kind = stepKindWords()

const Answered = ({ row, data }: { row: Accounted; data: SeenAccounting }) => {
  if (row.acknowledgedAt === null) return <>{say('not_answered')}</>
  const said = say('answered_by', {
    at: momentWords(row.acknowledgedAt, data),
    name: row.acknowledgedByName ?? '',
  })
  return row.acknowledgedAt > row.answerDueAt ? <Late>{said}</Late> : <>{said}</>
}

const Done = ({ row: { steps, told, teachers } }: { row: Accounted }) => (
  <>
    {steps.length === 0 ? say('nothing') : steps.map((step) => kind(step as StepKind)).join(', ')}
    <br />
    <small>{say('told_count', { told, teachers })}</small>
  </>
)

const About = ({ row: { studentId, studentName } }: { row: Accounted }) =>
  studentId === null ? <>{say('unmatched')}</> : <bdi>{studentName}</bdi>

const AccountingPage = (data: SeenAccounting, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('accounting')}>
      <p>{say('accounting_lead')}</p>
    </PageHead>
    {data.notices.length === 0 ? (
      <Empty fact={say('none_came')} />
    ) : (
      <Table
        caption={<span class="vh">{say('accounting')}</span>}
        rows={data.notices}
        columns={[
          { head: say('receipt'), cell: ({ receipt }) => receipt },
          { head: say('sender'), cell: ({ agency, label }) => `${agency}, ${label}` },
          { head: say('school'), cell: ({ schoolName }) => schoolName },
          { head: say('came'), cell: ({ receivedAt }) => momentWords(receivedAt, data) },
          { head: say('answered'), cell: (row) => <Answered row={row} data={data} /> },
          { head: say('about'), cell: (row) => <About row={row} /> },
          { head: say('done'), cell: (row) => <Done row={row} /> },
          {
            head: say('stands_until'),
            cell: ({ expiresAt }) =>
              expiresAt <= data.now
                ? say('ended_at', { at: momentWords(expiresAt, data) })
                : momentWords(expiresAt, data),
          },
        ]}
      />
    )}
    {data.earlier !== null && (
      <p>
        <a href={`/handle-with-care/accounting?before=${encodeURIComponent(data.earlier)}`}>
          {say('earlier')}
        </a>
      </p>
    )}
  </Page>
)

/** What is left of every notice, for whoever accounts for it. */
export const accountingScreen = screen({
  address: '/handle-with-care/accounting',
  title: say('accounting'),
  look: lookAccounting,
  page: AccountingPage,
  nav: { section: 'district', label: say('accounting_menu'), order: 46 },
})
