import { screen, type View } from '#access/screen.ts'
import { Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { lookStandards } from '../look-standards.ts'
import { screenWords } from '../screen-words.ts'
import { standardsWords } from '../words.ts'

const say = screenWords()
const said = standardsWords()

type Data = Awaited<ReturnType<typeof lookStandards.see>>
type Row = Data['standards'][number]

const Approval = ({ row, today }: { row: Row; today: string }) => {
  if (row.approval !== undefined) {
    return (
      <>{say('approved', { name: row.approval.approvedBy, day: dayWords(row.approvedOn ?? today, today) })}</>
    )
  }
  return <>{row.sample ? said('sample') : say('not_sample')}</>
}

const StandardsPage = ({ standards, today }: Data, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('standards')}>
      <p>{say('standards_lead')}</p>
    </PageHead>
    <Table
      caption={say('caption')}
      rows={standards}
      columns={[
        {
          head: say('head_part'),
          cell: (row) => <a href={`/standards/${row.kind}`}>{said(`kind_${row.kind}`)}</a>,
        },
        { head: say('head_version'), cell: (row) => row.version, num: true },
        { head: say('head_since'), cell: (row) => dayWords(row.inForceOn, today) },
        { head: say('head_state'), cell: (row) => <Approval row={row} today={today} /> },
      ]}
    />
  </Page>
)

export const standardsScreen = screen({
  address: '/standards',
  title: say('standards'),
  look: lookStandards,
  page: StandardsPage,
  nav: { section: 'district', label: say('standards'), order: 20 },
})
