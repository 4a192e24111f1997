import { roleWords } from '#access/roles.ts'
import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { lookReport, type SeenReport } from '../look-report.ts'
import { reportWords } from '../screen-words.ts'
import { gapWords } from '../words.ts'
import { employerOf } from './employer.ts'

const say = reportWords()
const gap = gapWords()
const role = roleWords()
type Row = SeenReport['missing'][number]

const named = {
  head: say('name'),
  cell: ({ id, name }: Row) => <a href={`/staff-records/${id}`}>{name}</a>,
}
const works = [
  { head: say('role'), cell: ({ role: as }: Row) => role(as) },
  { head: say('employer'), cell: employerOf },
]

const Missing = ({ missing }: SeenReport) => (
  <section class="flow" aria-labelledby="missing">
    <h2 id="missing">{say('missing')}</h2>
    {missing.length === 0 ? (
      <Empty fact={say('missing_none')} />
    ) : (
      <Table<Row>
        caption={<span class="vh">{say('missing')}</span>}
        rows={missing}
        columns={[
          named,
          ...works,
          { head: say('gaps'), cell: ({ gaps }) => gaps.map((each) => gap(each)).join(', ') },
        ]}
      />
    )}
  </section>
)

const Complete = ({ complete, today }: SeenReport) => (
  <section class="after flow" aria-labelledby="complete">
    <h2 id="complete">{say('complete')}</h2>
    {complete.length === 0 ? (
      <Empty fact={say('complete_none')} />
    ) : (
      <Table<Row>
        caption={<span class="vh">{say('complete')}</span>}
        rows={complete}
        columns={[
          named,
          ...works,
          { head: say('supervisor'), cell: ({ supervisorName }) => supervisorName ?? say('none') },
          {
            head: say('supervised'),
            fit: true,
            cell: ({ supervisedOn: on }) => (on === null ? say('none') : dayWords(on, today)),
          },
        ]}
      />
    )}
  </section>
)

const ReportPage = (data: SeenReport, view: View) => {
  const shown = data.missing.length + data.complete.length
  return (
    <Page shell={view.shell}>
      <PageHead title={say('title')}>
        <p>
          {say('lead')} {say('recent', { days: data.recentDays })}
        </p>
        <p>
          <a href="/training">{say('trainings')}</a>
        </p>
      </PageHead>
      {shown === 0 ? (
        <Empty fact={say('nobody')} />
      ) : (
        <>
          <Missing {...data} />
          <Complete {...data} />
        </>
      )}
      {data.more && <p>{say('more', { count: shown })}</p>}
    </Page>
  )
}

/** What is missing on the records of those who help students. */
export const reportScreen = screen({
  address: '/staff-records',
  title: say('title'),
  look: lookReport,
  page: ReportPage,
  nav: { section: 'district', label: say('title'), order: 16 },
})
