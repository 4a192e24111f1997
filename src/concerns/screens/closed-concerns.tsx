import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { type Column, Empty, Page, PageHead, Pager, Table } from '#design/contract.ts'
import { type ClosedConcerns, closedConcerns } from '../closed-concerns.ts'
import { sourceWords } from '../words.ts'
import { say } from './screen-words.ts'

const sourceSays = sourceWords()
type Line = ClosedConcerns['concerns'][number]

const whoOf = ({ studentName, aboutName }: Line) =>
  studentName ?? (aboutName === null ? say('queue_unnamed') : say('queue_unmatched', { name: aboutName }))

const columnsOf = ({ at: now, timeZone }: ClosedConcerns): Column<Line>[] => [
  {
    head: say('queue_who'),
    cell: (line) => (
      <>
        <a href={`/concerns/${line.id}`}>
          <bdi>{whoOf(line)}</bdi>
        </a>
        <br />
        <span class="quiet">{line.schoolName}</span>
      </>
    ),
  },
  { head: say('queue_source'), cell: ({ source }) => sourceSays(source) },
  { head: say('closed_at'), cell: ({ endedAt }) => momentWords(endedAt, { timeZone, now }) },
  { head: say('closed_by'), cell: ({ closedByName }) => closedByName ?? say('closed_by_trail') },
  { head: say('closed_why'), cell: ({ closedReason }) => closedReason },
]

function ClosedPage(seen: ClosedConcerns, view: View) {
  return (
    <Page shell={view.shell}>
      <PageHead title={say('closed')} crumb={{ href: '/concerns', label: say('queue') }} />
      {seen.concerns.length === 0 ? (
        <Empty fact={say('closed_none')} note={say('closed_none_next')} />
      ) : (
        <Table caption={say('closed_caption')} columns={columnsOf(seen)} rows={seen.concerns} />
      )}
      <Pager
        previous={seen.first ? undefined : '/concerns/closed'}
        next={
          seen.next === null ? undefined : `/concerns/closed?${new URLSearchParams({ after: seen.next })}`
        }
      />
    </Page>
  )
}

export const closedConcernsScreen = screen({
  address: '/concerns/closed',
  title: say('closed'),
  look: closedConcerns,
  page: ClosedPage,
})
