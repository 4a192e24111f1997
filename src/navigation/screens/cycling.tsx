import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { lookCycling, type SeenCycling } from '../look-cycling.ts'
import { navigationWords } from '../screen-words.ts'

const say = navigationWords()
type Row = SeenCycling['rounds'][number]

const Rounds = ({ data }: { data: SeenCycling }) => (
  <Table<Row>
    caption={say('cycling_caption')}
    rows={data.rounds}
    columns={[
      {
        head: say('student'),
        cell: (row) => (
          <>
            <a href={`/students/${row.studentId}`}>
              <bdi>{row.studentName}</bdi>
            </a>
            <br />
            <small>{row.schoolName}</small>
          </>
        ),
      },
      { head: say('since'), cell: (row) => dayWords(row.sinceOn, data.today) },
      { head: say('referrals'), cell: (row) => row.referrals, num: true },
      { head: say('unconnected'), cell: (row) => row.unconnected, num: true },
      { head: say('missed_visits'), cell: (row) => row.missed, num: true },
      ...(data.readsCrises ? [{ head: say('crises'), cell: (row: Row) => row.crises, num: true }] : []),
    ]}
  />
)

const CyclingPage = (data: SeenCycling, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('cycling')} crumb={{ href: '/caseloads', label: say('caseloads') }}>
      <p>{say('cycling_lead')}</p>
    </PageHead>
    {data.rounds.length === 0 ? <Empty fact={say('cycling_none')} /> : <Rounds data={data} />}
  </Page>
)

/** Students who were referred, came to nothing, and were referred again. */
export const cyclingScreen = screen({
  address: '/caseloads/cycling',
  title: say('cycling'),
  look: lookCycling,
  page: CyclingPage,
})
