import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { lookCaseload, type SeenCaseload } from '../look-caseload.ts'
import { caseloadWords, needWords } from '../screen-words.ts'

const say = caseloadWords()
const sayNeed = needWords()
type Row = SeenCaseload['students'][number]

const Agencies = ({ row }: { row: Row }) => (
  <>
    {row.agencies.map(({ referralId, partnerName }) => (
      <div>
        <a href={`/referrals/${referralId}`}>{partnerName}</a>
      </div>
    ))}
  </>
)

const visitOf = ({ partnerName: agency, nextVisitAt }: Row['agencies'][number], data: SeenCaseload) =>
  nextVisitAt === null
    ? say('no_visit', { agency })
    : say('visit_at', { agency, when: momentWords(nextVisitAt, data) })

const Students = ({ data }: { data: SeenCaseload }) => (
  <Table<Row>
    caption={<span class="vh">{say('own')}</span>}
    rows={data.students}
    columns={[
      {
        head: say('student'),
        cell: (row) => (
          <>
            <a href={`/students/${row.studentId}`}>
              <bdi>{row.studentName}</bdi>
            </a>
            <br />
            <small>{say('grade', { grade: row.grade, school: row.schoolName })}</small>
          </>
        ),
      },
      { head: say('agencies'), cell: (row) => <Agencies row={row} /> },
      ...(data.knowsVisits
        ? [
            {
              head: say('next_visit'),
              cell: (row: Row) => row.agencies.map((each) => <div>{visitOf(each, data)}</div>),
            },
          ]
        : []),
      {
        head: say('needs'),
        cell: (row) =>
          row.needs.length === 0 ? say('no_needs') : row.needs.map((need) => sayNeed(need)).join(', '),
      },
    ]}
  />
)

const CaseloadPage = (data: SeenCaseload, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('own')} crumb={{ href: '/caseloads/coordination', label: say('title') }}>
      <p>
        {say('own_lead')}{' '}
        {data.agencies.length === 0
          ? say('own_no_agency')
          : say('own_agencies', { agencies: data.agencies.join(', ') })}
      </p>
      {data.agencies.length > 0 && <p>{say('not_consented', { count: data.notConsented })}</p>}
    </PageHead>
    {data.students.length === 0 ? (
      <Empty fact={say('own_none')} note={say('own_none_note')} />
    ) : (
      <Students data={data} />
    )}
  </Page>
)

/** A care coordinator's own list. */
export const caseloadScreen = screen({
  address: '/caseloads/own',
  title: say('own'),
  look: lookCaseload,
  page: CaseloadPage,
})
