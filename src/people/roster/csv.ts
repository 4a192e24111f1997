import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
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
 * Reads CSV as RFC 4180 writes it, with LF taken as well as CRLF, record by record. The header is a record like
 * any other; blank lines are passed over. At most one record and one chunk are held at a time.
 *
 * A misplaced quotation mark refuses the whole file: after one, where the next row begins is a guess, and a
 * guess could drop a child without a word.
 *
 * @throws RosterRefused for bytes that are not UTF-8, a misplaced quotation mark, or a record beyond the limit
 */
export async function* csvRecords(
  file: string,
  chunks: AsyncIterable<Buffer>,
  limits: RosterLimits,
): AsyncGenerator<CsvRecord> {
  const parser = parse({
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: limits.recordBytes,
  })
  const feeding = pipeline(utf8Text(file, chunks, limits), parser)
  // A failure reaches the loop below through the parser; this only keeps it from also being unhandled.
  feeding.catch(() => {})

  let line = 1
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (cells.length > 1 || cells[0] !== '') yield { line, cells }
      line += 1 + linesInside(cells)
    }
  } catch (error) {
    throw inOurWords(error, file, limits)
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
