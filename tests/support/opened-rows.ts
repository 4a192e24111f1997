import pg from 'pg'
import { type SealedTable, sealedTable, sealedTables } from '#database/sealed.ts'
import type { Prepared } from '#platform/database/query.ts'
import { isSealed, sealedBytes } from '#platform/vault/envelope.ts'
import { findDistrictKeys } from '#platform/vault/key-store.ts'
import { Sealing } from '#platform/vault/sealing.ts'
import { Vault } from '#platform/vault/vault.ts'
import type { Wrapped } from '#platform/vault/wrapping.ts'
import { keysForSpecs } from './keys.ts'

type Plain = (text: string | Prepared, values?: unknown[]) => Promise<pg.QueryResult>
type Column = { table: SealedTable; column: string }

/** The sealed column a field of an answer was read from, if it was one. */
async function columnOf(ask: Plain, { tableID, columnID }: pg.FieldDef): Promise<Column | undefined> {
  const { rows } = await ask(
    'select attrelid::regclass::text as "table", attname as "column" from pg_attribute where attrelid = $1 and attnum = $2',
    [tableID, columnID],
  )
  const found = rows[0] as Column | undefined
  return found && found.table in sealedTables ? found : undefined
}

/** Opens one value with the row it lies in, found by the value itself. */
async function opened(ask: Plain, { table, column }: Column, value: string): Promise<unknown> {
  const { row, columns } = sealedTable(table)
  const json = columns[column] === 'json'
  const { rows } = await ask(
    `select district_id as district, ${row.map((name) => `${name}::text`).join(` || ':' || `)} as row
     from ${table} where ${json ? `${column} #>> '{}'` : column} = $1`,
    [value],
  )
  const [found] = rows as { district: string; row: string }[]
  if (found === undefined) throw new Error(`${table}.${column}: nothing has this value any more`)
  const vault = new Vault(keysForSpecs)
  const keys = await ask(findDistrictKeys(found.district))
  vault.learnDistrict(found.district, keys.rows as Wrapped[])
  const connection = {
    write: () => undefined,
    ask: async (what: Prepared) => (await ask(what)).rows as unknown[],
  }
  const sealing = new Sealing(vault, found.district, connection)
  const plain = (await sealing.opened({ table, column, row: found.row }, sealedBytes(value))).toString()
  return json ? JSON.parse(plain) : plain
}

async function openRows(ask: Plain, { fields, rows }: pg.QueryResult): Promise<void> {
  for (const [at, field] of fields.entries()) {
    for (const row of rows as Record<string | number, unknown>[]) {
      const name = Array.isArray(row) ? at : field.name
      const value = row[name]
      if (typeof value !== 'string' || !isSealed(value)) continue
      const column = await columnOf(ask, field)
      if (column !== undefined) row[name] = await opened(ask, column, value)
    }
  }
}

/**
 * A connection of the superuser that holds the keys: what lies sealed in a row is answered opened, where it
 * was selected as a column. To see what really lies there, a spec asks on a connection of its own.
 */
export function openingClient(config: pg.ClientConfig): pg.Client {
  const client = new pg.Client(config)
  const ask = client.query.bind(client) as unknown as Plain
  const query = (...asked: Parameters<Plain>) => {
    const answer: unknown = ask(...asked)
    if (!(answer instanceof Promise)) return answer
    return answer.then(async (result: pg.QueryResult) => {
      if (Array.isArray(result.rows) && Array.isArray(result.fields)) await openRows(ask, result)
      return result
    })
  }
  client.query = query as typeof client.query
  return client
}
