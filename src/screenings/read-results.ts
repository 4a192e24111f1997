import { parse } from 'csv-parse/sync'
import { day } from '#platform/given.ts'
import type { Item } from './instrument.ts'
import { pointsOf } from './scoring.ts'

/** Cells of a file of answers, before anybody knows by which instrument they are to be read. */
export type AnswerFile = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export type WhyAmiss =
  | 'not_csv'
  | 'too_long'
  | 'columns_missing'
  | 'columns_unknown'
  | 'student_missing'
  | 'student_twice'
  | 'day_wrong'
  | 'day_outside'
  | 'answer_wrong'
  | 'not_in_round'
  | 'opted_out'
export type Amiss = { readonly line: number; readonly why: WhyAmiss }

/** One student's line, scored: the answers themselves end here. */
export type Scored = {
  readonly line: number
  readonly student: string
  readonly on: string
  readonly points: number
}

/** The most lines of one file: more students than any school has. */
export const mostLines = 10_000

/**
 * Takes a file apart.
 * @param bytes CSV in UTF-8, with or without a byte order mark
 */
export function readCells(bytes: Uint8Array): AnswerFile | { readonly amiss: readonly Amiss[] } {
  let records: string[][]
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    records = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch {
    // Broken quoting and a wrong encoding have one remedy: export the file again as CSV in UTF-8.
    return { amiss: [{ line: 1, why: 'not_csv' }] }
  }
  const [head = [], ...rows] = records
  return rows.length > mostLines ? { amiss: [{ line: mostLines + 2, why: 'too_long' }] } : { head, rows }
}

type Days = { readonly opensOn: string; readonly closesOn: string; readonly today: string }

function whyAmiss(
  cells: ReadonlyMap<string, string>,
  { opensOn, closesOn, today }: Days,
): WhyAmiss | undefined {
  const on = cells.get('date') ?? ''
  if ((cells.get('student') ?? '') === '') return 'student_missing'
  if (!day.safeParse(on).success) return 'day_wrong'
  return on < opensOn || on > closesOn || on > today ? 'day_outside' : undefined
}

/** The columns of a file: with less nothing is scored whole, and with more something else comes along. */
function amissInHead(head: readonly string[], items: readonly Item[]): Amiss[] {
  const wanted = new Set(['student', 'date', ...items.map(({ linkId }) => linkId)])
  if ([...wanted].some((name) => !head.includes(name))) return [{ line: 1, why: 'columns_missing' }]
  const whole = head.length === wanted.size
  return whole ? [] : [{ line: 1, why: 'columns_unknown' }]
}

/**
 * Scores a file by its instrument. Of a file of which any line is amiss, nothing is taken.
 * @param days of the round, and the day of reading: nobody answered before, after, or later than today
 */
export function readResults(
  { head, rows }: AnswerFile,
  items: readonly Item[],
  days: Days,
): readonly Scored[] | { readonly amiss: readonly Amiss[] } {
  const amiss = amissInHead(head, items)
  if (amiss.length > 0) return { amiss }
  const seen = new Set<string>()
  const scored: Scored[] = []
  for (const [at, row] of rows.entries()) {
    const line = at + 2
    const cells = new Map(head.map((name, place) => [name, row[place] ?? '']))
    const student = cells.get('student') ?? ''
    const why = whyAmiss(cells, days) ?? (seen.has(student) ? 'student_twice' : undefined)
    seen.add(student)
    const result = pointsOf(items, cells)
    if (why !== undefined) amiss.push({ line, why })
    else if ('unanswered' in result) amiss.push({ line, why: 'answer_wrong' })
    else scored.push({ line, student, on: cells.get('date') as string, points: result.points })
  }
  return amiss.length > 0 ? { amiss } : scored
}
