import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { lookHolds, mostHolds, type SeenHolds } from '../look-holds.ts'
import { recordWords } from '../screen-words.ts'

const say = recordWords()
type Row = SeenHolds['holds'][number]

const Student = ({ row }: { row: Row }) => (
  <>
    <a href={`/students/${row.studentId}/records#holds`}>
      <bdi>{row.studentName}</bdi>
    </a>
    <br />
    <small>{row.reason}</small>
  </>
)

const Ending = ({ row, data }: { row: Row; data: SeenHolds }) => {
  if (row.liftAskedAt === null) return <>{say('hold_stands')}</>
  const asked = say('hold_asked', { name: row.liftAskedByName ?? '', at: momentWords(row.liftAskedAt, data) })
  return (
    <>
      {asked} {say(row.liftAskedBy === data.self ? 'hold_waits' : 'hold_yours')}
    </>
  )
}

const HoldsPage = (data: SeenHolds, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('holds_title')} crumb={{ href: '/records', label: say('crumb') }}>
      <p class="lead">{say('holds_lead')}</p>
    </PageHead>
    <div class="flow">
      {data.holds.length === 0 ? (
        <Empty fact={say('holds_empty')} />
      ) : (
        <Table
          caption={<span class="vh">{say('holds_title')}</span>}
          rows={data.holds}
          columns={[
            { head: say('hold_whose'), cell: (row) => <Student row={row} /> },
            {
              head: say('hold_placed'),
              cell: (row) => `${momentWords(row.placedAt, data)}, ${row.placedByName}`,
            },
            { head: say('hold_end'), cell: (row) => <Ending row={row} data={data} /> },
          ]}
        />
      )}
      {data.more && <p>{say('holds_more', { limit: mostHolds })}</p>}
    </div>
  </Page>
)

/** Every hold on records, for those who keep them. */
export const holdsScreen = screen({
  address: '/records/holds',
  title: say('holds_title'),
  look: lookHolds,
  page: HoldsPage,
})
