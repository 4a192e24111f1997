import type { Cell } from './cells.ts'
import type { Findings } from './findings.ts'
import type { RosterLimits } from './limits.ts'
import { shapes } from './oneroster.ts'
import { refused } from './refused.ts'
import type { RosterFile, RosterVersion } from './standard.ts'
import { standardColumns } from './standard-columns.ts'

/**
 * One column to read: its name, how, and where it stands in each record; -1 when the file does not
 * have it.
 */
export type Column = { readonly name: string; readonly cell: Cell<unknown>; readonly at: number }

/** Where everything needed stands in the records of one file. */
export type Header = {
  readonly width: number
  readonly sourcedId: number
  readonly status: number
  readonly dateLastModified: number
  readonly columns: readonly Column[]
}

/**
 * Finds the columns of a file by its header. Their order does not matter; their spelling does.
 *
 * @throws RosterRefused for a column given twice, too many columns, or one that must be there and is not
 */
export function readHeader(
  file: RosterFile,
  cells: readonly string[],
  given: { version: RosterVersion; limits: RosterLimits; findings: Findings },
): Header {
  const name = `${file}.csv`
  if (cells.some((cell) => cell.includes('\r'))) throw refused('line_ends', { file: name })
  const names = cells.map((cell) => cell.trim())
  if (names.length > given.limits.columns) {
    throw refused('too_many_columns', { file: name, limit: given.limits.columns })
  }
  const places = new Map<string, number>()
  names.forEach((column, at) => {
    if (places.has(column)) throw refused('duplicate_column', { file: name, column: column.slice(0, 100) })
    places.set(column, at)
  })
  reportStrangeColumns(name, names, {
    standard: standardColumns[given.version][file],
    findings: given.findings,
  })

  const placeOf = (column: string, must: boolean): number => {
    const at = places.get(column)
    if (at === undefined && must) throw refused('missing_column', { file: name, column })
    return at ?? -1
  }
  const inThisVersion = Object.entries<Cell<unknown>>(shapes[file]).map(([column, cell]): Column => {
    const here = cell.only === undefined || cell.only === given.version
    return { name: column, cell, at: here ? placeOf(column, cell.need !== 'nothing') : -1 }
  })
  return {
    width: names.length,
    sourcedId: placeOf('sourcedId', true),
    status: placeOf('status', true),
    dateLastModified: placeOf('dateLastModified', true),
    columns: inThisVersion,
  }
}

function reportStrangeColumns(
  file: string,
  names: readonly string[],
  { standard, findings }: { standard: readonly string[]; findings: Findings },
): void {
  const known = new Set(standard)
  const letters = new Set(standard.map((column) => column.toLowerCase()))
  for (const name of names) {
    if (known.has(name)) continue
    const code = letters.has(name.toLowerCase()) ? 'column_spelling' : 'unknown_column'
    findings.notice({ file, code, line: 1, name })
  }
}
