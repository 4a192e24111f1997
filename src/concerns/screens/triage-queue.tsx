import { screen, type View } from '#access/screen.ts'
import {
  type Column,
  Empty,
  Filter,
  Late,
  Meant,
  Mini,
  Narrow,
  Page,
  PageHead,
  Pager,
  Table,
  Tag,
} from '#design/contract.ts'
import { isChoice, isOpen, isTyped } from '#platform/choosing.ts'
import { seesQueue } from '../in-menu.ts'
import { triageQueue } from '../triage-queue.ts'
import { sourceWords, urgencyWords } from '../words.ts'
import { say } from './screen-words.ts'

type Queue = Awaited<ReturnType<typeof triageQueue.see>>
type Line = Queue['concerns'][number]

const sourceSays = sourceWords()
const urgencySays = urgencyWords()

const whoOf = ({ studentName, aboutName }: Line) =>
  studentName ?? (aboutName === null ? say('queue_unnamed') : say('queue_unmatched', { name: aboutName }))

const Who = ({ line }: { line: Line }) => (
  <>
    <a href={`/concerns/${line.id}`}>
      <bdi>{whoOf(line)}</bdi>
    </a>{' '}
    {line.indicated === 'c' && <Tag kind="high">{say('queue_crisis')}</Tag>}
    <br />
    <span class="quiet">
      {line.grade === null
        ? line.schoolName
        : say('grade_school', { grade: line.grade, school: line.schoolName })}
      {line.others > 0 && <>. {say('queue_others', { count: line.others })}</>}
    </span>
  </>
)

const Due = ({ line: { overdue, clock, dueAt } }: { line: Line }) => (
  <>
    {overdue ? <Late>{clock.headline}</Late> : <b>{clock.headline}</b>}
    <br />
    <time class="quiet" datetime={dueAt.toISOString()}>
      {clock.detail}
    </time>
  </>
)

function standsAt(line: Line): string {
  if (line.questionOpen) return say('queue_question')
  if (line.indicated !== null) return say('queue_screened')
  return line.acknowledgedBy === null
    ? say('queue_waiting')
    : say('queue_taken', { name: line.acknowledgedBy })
}

/** Received, taken up, screened, decided: the short line of a concern. */
const Progress = ({ line }: { line: Line }) => {
  const at = line.indicated === null ? (line.state === 'submitted' ? 1 : 2) : 3
  const now = line.overdue ? 'now late' : 'now'
  const steps = ['queue_waiting', 'queue_waiting', 'concern_triage', 'concern_decide'] as const
  return (
    <Mini
      steps={steps.map((name, i) => ({ s: i < at ? 'done' : i === at ? now : 'next', name: say(name) }))}
      label={standsAt(line)}
    />
  )
}

const columns: Column<Line>[] = [
  { head: say('queue_who'), cell: (line) => <Who line={line} /> },
  { head: say('queue_due'), cell: (line) => <Due line={line} /> },
  { head: say('queue_source'), cell: ({ source }) => sourceSays(source) },
  { head: say('queue_urgency'), cell: ({ urgency }) => urgencySays(urgency) },
  {
    head: say('queue_state'),
    cell: (line) => (
      <>
        <Progress line={line} /> {standsAt(line)}
      </>
    ),
  },
]

const pageAddress = (school: string | undefined, after?: string) => {
  const asked = new URLSearchParams({
    ...(school !== undefined && { school }),
    ...(after !== undefined && { after }),
  })
  return asked.size === 0 ? '/concerns' : `/concerns?${asked}`
}

function TriageQueue({ concerns, choosing, maySeeClosed, first, next }: Queue, view: View) {
  const late = concerns.filter(({ overdue }) => overdue).length
  const school = choosing.chosen?.id
  return (
    <Page shell={view.shell}>
      <PageHead title={say('queue')}>
        <p class="lead">
          {say('queue_waits', { count: concerns.length })} {say('queue_lates', { late })}
        </p>
      </PageHead>
      {isChoice(choosing) && (
        <Filter to="/concerns" typed={isTyped(choosing) ? view.shell : undefined}>
          <Narrow
            name="school"
            label={say('queue_school')}
            all={say('queue_all_schools')}
            choosing={choosing}
            clear={pageAddress(undefined)}
          />
        </Filter>
      )}
      {isOpen(choosing) ? (
        <Meant label={say('queue_school')} choosing={choosing} href={pageAddress} />
      ) : concerns.length === 0 ? (
        <Empty fact={say('queue_none')} note={say('queue_none_next')} />
      ) : (
        <Table caption={say('queue_caption')} columns={columns} rows={concerns} />
      )}
      {maySeeClosed && (
        <p class="after">
          <a href="/concerns/closed">{say('queue_closed')}</a>
        </p>
      )}
      <Pager
        previous={first ? undefined : pageAddress(school)}
        next={next === null ? undefined : pageAddress(school, next)}
      />
    </Page>
  )
}

export const triageQueueScreen = screen({
  address: '/concerns',
  title: say('queue'),
  look: triageQueue,
  page: TriageQueue,
  typed: ['school'],
  nav: { section: 'work', label: say('queue'), order: 20, stands: seesQueue },
})
