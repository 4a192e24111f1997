import type { RosterSummary } from './roster-changes.ts'
import { leavingMany } from './roster-leaving.ts'
import { countRows, countText, notesOf } from './roster-report.ts'
import { rosterScreenWords } from './roster-screen-words.ts'
import { noticeWords, reasonWords } from './roster/words.ts'

const say = rosterScreenWords()
const reason = reasonWords()
const notice = noticeWords()

/** Rows of cells under each other: words to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
}

/** A place in the file: users.csv, line 3, grades. */
const place = (file: string, line: number | undefined, name: string | undefined) =>
  [
    file,
    ...(line === undefined ? [] : [say('place_line', { line })]),
    ...(name === undefined ? [] : [name]),
  ].join(', ')

const under = (title: string, total: number, lines: readonly string[]) =>
  total === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]

const findings = ({ refused, noticed, nearDuplicates: { total: near } }: RosterSummary): string[] => [
  ...under(say('near_duplicates', { count: near }), near, []),
  ...under(
    `${say('refused_rows')}: ${say('refused_caption', { listed: refused.listed.length, total: refused.total })}`,
    refused.total,
    refused.listed.map((row) => `${place(row.file, row.line, row.column)}: ${reason(row.reason)}`),
  ),
  ...under(
    `${say('noticed')}: ${say('noticed_caption', { listed: noticed.listed.length, total: noticed.total })}`,
    noticed.total,
    noticed.listed.map((row) => `${place(row.file, row.line, row.name)}: ${notice(row.code)}`),
  ),
]

/** What a roster would change, or changed, as plain lines for a terminal. It names nobody. */
export function rosterLines(summary: RosterSummary, applied: boolean): string[] {
  const head = ['', say('head_added'), say('head_changed'), say('head_left')]
  const rows = countRows(summary).map(({ kind, added, changed, left }) => [
    kind,
    ...[added, changed, left].map(countText),
  ])
  const leaving = applied ? undefined : leavingMany(summary)
  return [
    ...(leaving === undefined ? [] : [say('ending_many', leaving), '']),
    `${say(applied ? 'did_change' : 'would_change')} (${summary.format})`,
    '',
    ...columns([head, ...rows]),
    '',
    ...notesOf(summary).map(({ text }) => text),
    ...findings(summary),
  ]
}
