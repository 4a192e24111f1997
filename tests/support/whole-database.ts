import pg from 'pg'
import { inject } from 'vitest'
import { adminConfig } from './server.ts'

const tables = `
  select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`

/** Each value of a row as text; bytes as the letters they may spell. */
const spelled = (value: unknown): string =>
  Buffer.isBuffer(value)
    ? value.toString('latin1')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

/**
 * Where in a dump of everything some texts stand: table, column and text.
 * @param raw of the superuser, and not one that opens what is sealed
 */
export async function foundIn(raw: pg.Client, texts: readonly string[]): Promise<string[]> {
  const places = new Set<string>()
  for (const { name } of (await raw.query<{ name: string }>(tables)).rows) {
    for (const row of (await raw.query<Record<string, unknown>>(`select * from ${name}`)).rows)
      for (const [column, value] of Object.entries(row)) {
        const text = value === null ? '' : spelled(value)
        for (const words of texts) if (text.includes(words)) places.add(`${name}.${column}: ${words}`)
      }
  }
  return [...places]
}

/** As the superuser in one database, seeing what really lies there. */
export async function openRaw(name: string): Promise<pg.Client> {
  const client = new pg.Client(adminConfig(inject('server'), name))
  await client.connect()
  return client
}
