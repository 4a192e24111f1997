import type { View } from '#access/screen.ts'
import { Empty, Late, Page, PageHead, Pager, Table, Tag } from '#design/contract.ts'
import { lateness } from '#standards/contract.ts'
import type { SeenGaps } from '../look-gaps.ts'
import { questionWords } from '../words.ts'
import { instantsOf } from './instants.ts'
import { smallWords } from './small-words.ts'

const say = smallWords()
const ask = questionWords()

type Line = { row: SeenGaps['rows'][number]; gap: SeenGaps['rows'][number]['gaps'][number] }

/** One row for each missing answer. */
const linesOf = (seen: SeenGaps): Line[] => seen.rows.flatMap((row) => row.gaps.map((gap) => ({ row, gap })))

const Student = ({ line: { row } }: { line: Line }) => (
  <>
    <a href={`/students/${row.studentId}`}>
      <bdi>{row.studentName}</bdi>
    </a>
    {row.highNeed && (
      <>
        {' '}
        <Tag kind="high">{say('high_need')}</Tag>
      </>
    )}
    <br />
    <small>{say('grade', { grade: row.grade, school: row.schoolName })}</small>
  </>
)

/** Students with a missing answer, each gap with its owner and its day. */
export function GapsPage(seen: SeenGaps, { shell }: View) {
  const at = instantsOf(seen)
  const due = ({ gap }: Line) => {
    const late = lateness(seen.calendar, gap.dueAt, seen.now).kind === 'late'
    return late ? <Late>{at.day(gap.dueAt)}</Late> : at.day(gap.dueAt)
  }
  return (
    <Page shell={shell}>
      <PageHead title={say('gaps')}>
        <p class="lead">{say('gaps_lead')}</p>
      </PageHead>
      {seen.rows.length === 0 ? (
        <Empty fact={say('gaps_none')} note={say('gaps_none_note')} />
      ) : (
        <Table
          caption={<span class="vh">{say('gaps_lead')}</span>}
          rows={linesOf(seen)}
          columns={[
            { head: say('student'), cell: (line) => <Student line={line} /> },
            { head: say('missing'), cell: ({ gap }) => ask(gap.question) },
            { head: say('owed_by'), cell: ({ gap }) => (gap.owner === '' ? say('head') : gap.owner) },
            { head: say('due'), cell: due },
          ]}
        />
      )}
      <Pager next={seen.next === undefined ? undefined : `/gaps?after=${encodeURIComponent(seen.next)}`} />
    </Page>
  )
}
