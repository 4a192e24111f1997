import { parse } from 'csv-parse/sync'
import { day } from '#platform/given.ts'
import { absenceCodes, type EventKind, exclusionCodes, type SchoolEvent } from './school-event.ts'

/** One line as it was typed: whose it is, what and when. The student is known by the school's own id. */
export type Line = Omit<SchoolEvent, 'studentId' | 'kind'> & {
  readonly line: number
  readonly student: string
}
/** Why a line, or the file, cannot be taken. */
export type Amiss = { readonly line: number; readonly why: WhyAmiss }
export type WhyAmiss =
  | 'not_xml'
  | 'names_entities'
  | 'not_edfi'
  | 'too_deep'
  | 'incident_missing'
  | 'not_csv'
  | 'too_long'
  | 'columns_missing'
  | 'student_missing'
  | 'id_missing'
  | 'id_twice'
  | 'day_wrong'
  | 'end_before_start'
  | 'code_unknown'

export type FileRead = {
  readonly kind: EventKind
  readonly lines: readonly Line[]
  /** Columns, or kinds of record, nobody reads. */
  readonly ignored: readonly string[]
}

/** The most lines of one file: two weeks of a district of 60,000 with every tenth away. */
export const mostLines = 60_000

/** What tells the three kinds of file apart, and what each line must hold. */
const columns = {
  absence: ['student', 'date', 'status'],
  incident: ['incident', 'student', 'date', 'kind'],
  exclusion: ['exclusion', 'student', 'from', 'until', 'kind'],
} as const satisfies Record<EventKind, readonly string[]>

type Cells = Readonly<Record<string, string>>

const isDay = (text: string) => day.safeParse(text).success

const codeOf = { absence: absenceCodes, incident: undefined, exclusion: exclusionCodes } as const
/** A code of a student system, and never a sentence. */
const ownCode = /^[A-Za-z0-9][A-Za-z0-9._-]{0,23}$/

const knownCode = (kind: EventKind, code: string) =>
  (codeOf[kind] as readonly string[] | undefined)?.includes(code) ?? ownCode.test(code)

/** A line of each kind in one shape. An absence has no name of its own: it is the student's of that day. */
function lineOf(kind: EventKind, cells: Cells, line: number): Line {
  const { student = '', date = '', status = '', from = '', until = '' } = cells
  const said = { line, student, endsOn: null }
  if (kind === 'absence') return { ...said, sourceId: `${student} ${date}`, code: status, startsOn: date }
  const code = cells['kind'] ?? ''
  if (kind === 'incident') return { ...said, sourceId: cells['incident'] ?? '', code, startsOn: date }
  const endsOn = until === '' ? null : until
  return { ...said, sourceId: cells['exclusion'] ?? '', code, startsOn: from, endsOn }
}

/** What is amiss with a line of a kind, whatever it was written in. */
export function whyAmiss(
  kind: EventKind,
  { student, sourceId, code, startsOn, endsOn }: Line,
): WhyAmiss | undefined {
  if (student === '') return 'student_missing'
  if (sourceId === '' || sourceId.length > 120) return 'id_missing'
  if (!isDay(startsOn) || (endsOn !== null && !isDay(endsOn))) return 'day_wrong'
  if (endsOn !== null && endsOn < startsOn) return 'end_before_start'
  return knownCode(kind, code) ? undefined : 'code_unknown'
}

/** Lines that name one event twice: which of them counts nobody can tell. */
export function twice(lines: readonly Line[]): Amiss[] {
  const seen = new Set<string>()
  return lines.flatMap(({ sourceId, line }) => {
    const again = seen.has(sourceId)
    seen.add(sourceId)
    return again ? [{ line, why: 'id_twice' as const }] : []
  })
}

const parsed = (bytes: Uint8Array): string[][] | Amiss => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch {
    // Broken quoting and a wrong encoding have one remedy: export the file again as CSV in UTF-8.
    return { line: 1, why: 'not_csv' }
  }
}

/**
 * Reads a file of days missed, incidents or exclusions; which it is, its columns say. Nothing is taken from a
 * file of which any line is amiss [R368].
 * @param bytes CSV in UTF-8, with or without a byte order mark
 */
export function readFile(bytes: Uint8Array): FileRead | { readonly amiss: readonly Amiss[] } {
  const records = parsed(bytes)
  if (!Array.isArray(records)) return { amiss: [records] }
  const [head = [], ...rows] = records
  const kind = (Object.keys(columns) as EventKind[]).find((each) =>
    columns[each].every((name) => head.includes(name)),
  )
  if (kind === undefined) return { amiss: [{ line: 1, why: 'columns_missing' }] }
  if (rows.length > mostLines) return { amiss: [{ line: mostLines + 2, why: 'too_long' }] }
  const lines = rows.map((cells, at) =>
    lineOf(kind, Object.fromEntries(head.map((name, place) => [name, cells[place] ?? ''])), at + 2),
  )
  const wrong = lines.flatMap((each) => {
    const why = whyAmiss(kind, each)
    return why === undefined ? [] : [{ line: each.line, why }]
  })
  const amiss = [...wrong, ...twice(lines)].toSorted((one, other) => one.line - other.line)
  if (amiss.length > 0) return { amiss }
  const read: readonly string[] = columns[kind]
  return { kind, lines, ignored: head.filter((name) => !read.includes(name)) }
}
