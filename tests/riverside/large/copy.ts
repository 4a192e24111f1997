import type { Client } from 'pg'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { from as copyFrom } from 'pg-copy-streams'

/** A cell of a row: what COPY's text format can carry. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | Date
  | readonly string[]
  | readonly number[]
  | { json: unknown }

const escaped = (text: string) =>
  text.replace(
    /[\\\t\n\r]/g,
    (mark) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[mark] as string,
  )

function written(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (typeof cell === 'number') return String(cell)
  if (cell instanceof Date) return cell.toISOString()
  if (Array.isArray(cell)) return escaped(`{${cell.map((each) => JSON.stringify(each)).join(',')}}`)
  return escaped(JSON.stringify((cell as { json: unknown }).json))
}

const chunk = 256 * 1024

function* lines(rows: Iterable<readonly Cell[]>, counted: () => void): Generator<string> {
  let text = ''
  for (const row of rows) {
    text += `${row.map(written).join('\t')}\n`
    counted()
    if (text.length > chunk) {
      yield text
      text = ''
    }
  }
  if (text !== '') yield text
}

export type Table = { name: string; columns: readonly string[]; rows: Iterable<readonly Cell[]> }

/** Copies the rows of one table into the database. @returns how many */
export async function copyTable(
  client: Client,
  { name, columns, rows }: Table,
  onProgress: (rows: number) => void = () => undefined,
): Promise<number> {
  let count = 0
  const source = Readable.from(
    lines(rows, () => {
      count += 1
      if (count % 50_000 === 0) onProgress(count)
    }),
  )
  await pipeline(source, client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`)))
  return count
}
