import { Fault, id, instant } from './cells.ts'
import type { CsvRecord } from './csv.ts'
import type { Findings } from './findings.ts'
import type { Header } from './header.ts'
import type { RosterLimits } from './limits.ts'
import type { RowOf } from './oneroster.ts'
import type { FileMode, RosterFile } from './standard.ts'
import type { RefusalReason } from './words.ts'

type Place = { readonly mode: FileMode; readonly limits: RosterLimits; readonly findings: Findings }

/** Thrown and caught inside this file: the row cannot be taken, for one reason, in one column. */
class RowFault {
  readonly reason: RefusalReason
  readonly column: string | undefined
  constructor(reason: RefusalReason, column?: string) {
    this.reason = reason
    this.column = column
  }
}

/**
 * Makes the reader of one file's records. It answers a typed row, or undefined after noting why the row was
 * left out. It remembers the sourcedIds it has seen, so use one reader per file.
 */
export function rowReader<F extends RosterFile>(
  file: F,
  header: Header,
  place: Place,
): (record: CsvRecord) => RowOf<F> | undefined {
  const seen = new Set<string>()
  const common = { file, line: 0, sourcedId: '', status: 'active', modifiedAt: undefined }
  const blank = {
    ...common,
    ...Object.fromEntries(header.columns.map(({ name, cell }) => [name, cell.blank])),
  }
  const readStatus =
    place.mode === 'delta' ? deltaStatus(header, place.limits) : bulkStatus(`${file}.csv`, header, place)
  return ({ cells, line }) => {
    try {
      if (cells.length !== header.width) throw new RowFault('wrong_cell_count')
      const sourcedId = take('sourcedId', id.read((cells[header.sourcedId] as string).trim(), place.limits))
      if (sourcedId === undefined || sourcedId === '') throw new RowFault('missing_value', 'sourcedId')
      const { status, modifiedAt } = readStatus(cells)
      const row: Record<string, unknown> = { ...blank, line, sourcedId, status, modifiedAt }
      readColumns(row, cells, { header, limits: place.limits })
      checkOrder(row, 'beginDate', 'endDate')
      checkOrder(row, 'startDate', 'endDate')
      const before = seen.size
      if (seen.add(sourcedId).size === before) throw new RowFault('duplicate_sourced_id', 'sourcedId')
      return row as RowOf<F>
    } catch (fault) {
      if (!(fault instanceof RowFault)) throw fault
      const refusal = { file: `${file}.csv`, line, reason: fault.reason }
      place.findings.refuse(fault.column === undefined ? refusal : { ...refusal, column: fault.column })
      return undefined
    }
  }
}

function take<T>(column: string, value: T | Fault): T {
  if (value instanceof Fault) throw new RowFault(value.reason, column)
  return value
}

function readColumns(
  row: Record<string, unknown>,
  cells: readonly string[],
  { header, limits }: { header: Header; limits: RosterLimits },
): void {
  for (const { name, cell, at } of header.columns) {
    const value = at === -1 ? '' : (cells[at] as string).trim()
    if (value !== '') row[name] = take(name, cell.read(value, limits))
    else if (cell.need === 'value') throw new RowFault('missing_value', name)
  }
}

function checkOrder(row: Record<string, unknown>, begins: string, ends: string): void {
  const [from, to] = [row[begins], row[ends]]
  if (typeof from === 'string' && typeof to === 'string' && to < from)
    throw new RowFault('ends_before_it_begins', ends)
}

type Status = { readonly status: 'active' | 'tobedeleted'; readonly modifiedAt: Date | undefined }

/** Every row of a delta says whether it is still so, and since when. */
function deltaStatus(header: Header, limits: RosterLimits): (cells: readonly string[]) => Status {
  return (cells) => {
    const status = (cells[header.status] as string).trim()
    if (status === '') throw new RowFault('missing_value', 'status')
    if (status !== 'active' && status !== 'tobedeleted') throw new RowFault('not_in_list', 'status')
    const changed = (cells[header.dateLastModified] as string).trim()
    if (changed === '') throw new RowFault('missing_value', 'dateLastModified')
    return { status, modifiedAt: take('dateLastModified', instant.read(changed, limits)) }
  }
}

/**
 * In a full file both columns are blank. Many systems write `active` and a time all the same, which says
 * nothing new: it is noted once. Any other word contradicts the file, so that row is left out.
 */
function bulkStatus(file: string, header: Header, { findings }: Place): (cells: readonly string[]) => Status {
  const current: Status = { status: 'active', modifiedAt: undefined }
  let noted = false
  return (cells) => {
    const status = (cells[header.status] as string).trim()
    if (status !== '' && status !== 'active') throw new RowFault('status_in_bulk', 'status')
    if (!noted && (status !== '' || (cells[header.dateLastModified] as string).trim() !== '')) {
      noted = true
      findings.notice({ file, code: 'bulk_status_filled' })
    }
    return current
  }
}
