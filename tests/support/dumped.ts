import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** Every row of every table that is ours, as a dump of the data holds them. */
export type Dump = { table: string; columns: string; rows: Buffer }[]

const tables = `
  select c.oid::regclass::text as table, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace in ('public'::regnamespace, 'house'::regnamespace, 'auth'::regnamespace) and c.relkind = 'r'
  group by c.oid order by 1`

async function connected<T>(to: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(to)
  await client.connect()
  return work(client).finally(() => client.end())
}

/** A dump of one instant. @param from as the superuser */
export const dumpOf = (from: pg.ClientConfig): Promise<Dump> =>
  connected(from, async (client) => {
    await client.query('begin isolation level repeatable read')
    const found = await client.query<{ table: string; columns: string }>(tables)
    const dump: Dump = []
    for (const { table, columns } of found.rows)
      dump.push({
        table,
        columns,
        rows: await buffer(client.query(copyTo(`copy ${table} (${columns}) to stdout`))),
      })
    return dump
  })

/** Loads a dump in the place of whatever a migrated database holds. @param into as the superuser */
export const loadDump = (into: pg.ClientConfig, dump: Dump): Promise<void> =>
  connected(into, async (client) => {
    await client.query('begin; set local session_replication_role = replica')
    await client.query(`truncate ${dump.map(({ table }) => table).join(', ')} cascade`)
    // Changes are counted whoever makes them: the counts come last, in the place of what was counted here.
    const counts = ({ table }: { table: string }) => Number(table.endsWith('_revision'))
    for (const { table, columns, rows } of dump.toSorted((one, two) => counts(one) - counts(two))) {
      await client.query(`delete from ${table}`)
      await pipeline(Readable.from([rows]), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)))
    }
    await client.query('commit')
  })
