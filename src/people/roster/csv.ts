import { once } from 'node:events'
import { CsvError, type Parser, parse } from 'csv-parse'
import type { RosterLimits } from './limits.ts'
import { refused, sizeInWords } from './refused.ts'
import { utf8Text } from './utf8.ts'

/** One record of a CSV file and the line it begins on, from 1. A quoted cell may span lines. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }

const quotingErrors = new Set(['CSV_INVALID_CLOSING_QUOTE', 'INVALID_OPENING_QUOTE', 'CSV_QUOTE_NOT_CLOSED'])

/** How many line ends stand inside the cells of a record, so that the next record's line is known. */
function linesInside(cells: readonly string[]): number {
  let lines = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines += 1
  }
  return lines
}

/**
 * Reads CSV as RFC 4180 writes it, with LF taken as well as CRLF. The header is a record like any other;
 * blank lines are passed over. Records come in batches, one for each piece of the file, because handing
 * over half a million records one promise at a time costs more than reading them; at most one piece is
 * held.
 *
 * A misplaced quotation mark refuses the whole file: after one, where the next row begins is a guess, and
 * a guess could drop a child without a word.
 *
 * @throws RosterRefused for bytes that are not UTF-8, a misplaced quotation mark, or a record beyond the
 * limit
 */
export async function* csvRecords(
  file: string,
  chunks: AsyncIterable<Buffer>,
  limits: RosterLimits,
): AsyncGenerator<readonly CsvRecord[]> {
  const parser = parse({
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: limits.recordBytes,
  })
  // The error is looked for after every step; the listener only keeps it from being thrown a second time.
  parser.on('error', () => {})
  const numbered = numberLines()
  try {
    for await (const text of utf8Text(file, chunks, limits)) {
      parser.write(text)
      yield numbered(parsed(parser))
      if (parser.writableNeedDrain) await once(parser, 'drain')
    }
    parser.end()
    const rest: string[][] = []
    for await (const cells of parser as AsyncIterable<string[]>) rest.push(cells)
    yield numbered(rest)
  } catch (error) {
    throw inOurWords(error, file, limits)
  } finally {
    parser.destroy()
  }
}

/** What the parser has ready. Throws what stopped it. */
function parsed(parser: Parser): string[][] {
  const records: string[][] = []
  for (let cells = parser.read(); cells !== null; cells = parser.read()) records.push(cells)
  if (parser.errored) throw parser.errored
  return records
}

/** Gives each record the line it begins on, and drops blank lines. */
function numberLines(): (records: readonly string[][]) => CsvRecord[] {
  let line = 1
  return (records) => {
    const numbered: CsvRecord[] = []
    for (const cells of records) {
      if (cells.length > 1 || cells[0] !== '') numbered.push({ line, cells })
      line += 1 + linesInside(cells)
    }
    return numbered
  }
}

function inOurWords(error: unknown, file: string, limits: RosterLimits): unknown {
  if (!(error instanceof CsvError)) return error
  const line = Number((error as { lines?: unknown }).lines ?? 1)
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return refused('cell_too_long', { file, line, limit: sizeInWords(limits.recordBytes) })
  }
  return quotingErrors.has(error.code) ? refused('broken_quoting', { file, line }) : error
}
