import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { type SealedPlace, type SealedTable, sealedTable } from '#database/sealed.ts'

/**
 * Begins what a statement answers for a sealed column. Nobody can type it: it is another in every process, so
 * that no plain text is ever taken for something to open.
 */
const mark = `\u0001${randomBytes(6).toString('base64url')}|`

/** Whether a statement answers something that has to be opened. */
export const asksForSealed = (text: string): boolean => text.includes(mark)

const identity = (table: SealedTable, alias: string) =>
  sealedTable(table)
    .row.map((column) => `${alias}.${column}`)
    .join(` || ':' || `)

/**
 * A sealed column in a statement. It is answered together with the table, the column and the row it was read
 * from, and opens only if it was sealed for exactly these; what is handed on is the opened text.
 * @param alias what the statement calls the table
 */
export function opened(place: SealedPlace, alias: string): RawBuilder<string> {
  const [table, column] = place.split('.') as [SealedTable, string]
  const kind = sealedTable(table).columns[column]
  if (kind === 'bytes') throw new Error(`${place} is opened by its store`)
  const value = kind === 'json' ? `(${alias}.${column} #>> '{}')` : `${alias}.${column}`
  return sql.raw(`('${mark}${place}|' || ${identity(table, alias)} || '|' || ${value})`)
}

/** What a statement answered for a sealed column, in its parts. */
export type Answered = { table: SealedTable; column: string; row: string; sealed: string; json: boolean }

/** Takes apart what a statement answered, or says that it is something else. */
export function answered(value: string): Answered | undefined {
  if (!value.startsWith(mark)) return undefined
  const [place = '', row = '', sealed = ''] = value.slice(mark.length).split('|')
  const [table, column] = place.split('.') as [SealedTable, string]
  return { table, column, row, sealed, json: sealedTable(table).columns[column] === 'json' }
}

type Bag = Record<string, unknown> | unknown[]

/** Visits every text in an answer, also inside lists and objects that were built in the statement. */
export function visitTexts(bag: Bag, visit: (text: string, put: (value: unknown) => void) => void): void {
  for (const [name, value] of Object.entries(bag)) {
    if (typeof value === 'string') visit(value, (put) => void ((bag as Record<string, unknown>)[name] = put))
    else if (isBag(value)) visitTexts(value, visit)
  }
}

const isBag = (value: unknown): value is Bag =>
  Array.isArray(value) || (typeof value === 'object' && value?.constructor === Object)
