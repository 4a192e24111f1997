import type { View } from '#access/screen.ts'
import { Empty, Late, Page, PageHead, Pager, Table, Tag } from '#design/contract.ts'
import { lateness } from '#standards/contract.ts'
import type { SeenGaps } from '../look-gaps.ts'
import { questionNames } from '../words.ts'
import { type Instants, instantsOf } from './instants.ts'
import { smallWords } from './small-words.ts'

const say = smallWords()
const nameOf = questionNames()

type Row = SeenGaps['rows'][number]
type Owed = Row['gaps']

/** What one person owes by one day stands together. */
function owedTogether({ gaps }: Row, at: Instants): Owed[] {
  const groups = Map.groupBy(gaps, ({ owner, dueAt }) => `${at.day(dueAt)} ${owner}`)
  return [...groups.values()]
}

const Student = ({ row }: { row: Row }) => (
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

const namesOf = (gaps: Owed, at: Instants): string => {
  const names = gaps
    .map(({ question, resultOf }) =>
      resultOf === undefined ? nameOf(question) : say('visit_result', { day: at.day(resultOf) }),
    )
    .join(', ')
  return `${names.charAt(0).toUpperCase()}${names.slice(1)}`
}

/** What is missing, who owes it and by when. */
function Missing({ seen, gaps, at }: { seen: SeenGaps; gaps: Owed; at: Instants }) {
  const [first] = gaps
  if (first === undefined) return null
  const late = lateness(seen.calendar, first.dueAt, seen.now).kind === 'late'
  const day = <time datetime={first.dueAt.toISOString()}>{at.day(first.dueAt)}</time>
  return (
    <li>
      {namesOf(gaps, at)}
      <br />
      <small>
        {say('owes_by', { name: first.owner === '' ? say('head') : first.owner })}{' '}
        {late ? <Late>{day}</Late> : day}
      </small>
    </li>
  )
}

/** Students with a missing answer, one row each: what is missing, with its owner and its day. */
export function GapsPage(seen: SeenGaps, { shell }: View) {
  const at = instantsOf(seen)
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
          rows={seen.rows}
          columns={[
            { head: say('student'), cell: (row) => <Student row={row} /> },
            {
              head: say('missing'),
              short: '',
              cell: (row) => (
                <ul class="auto" role="list">
                  {owedTogether(row, at).map((gaps) => (
                    <Missing seen={seen} gaps={gaps} at={at} />
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
      <Pager next={seen.next === undefined ? undefined : `/gaps?after=${encodeURIComponent(seen.next)}`} />
    </Page>
  )
}
