import { generate, PostgresDialect } from 'kysely-codegen'
import type pg from 'pg'

const checks = `
  select c.relname as relation, a.attname as attribute, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  where k.contype = 'c' and cardinality(k.conkey) = 1 and c.relnamespace = 'public'::regnamespace`

export type StateCheck = { relation: string; attribute: string; values: string[] }

/** The closed lists the database checks: column by column, the texts it accepts. */
export async function readChecks(client: pg.Client): Promise<StateCheck[]> {
  const { rows } = await client.query<{ relation: string; attribute: string; definition: string }>(checks)
  return rows.flatMap(({ relation, attribute, definition }) => {
    if (!definition.includes('= ANY (ARRAY[')) return []
    const values = [...definition.matchAll(/'([^']+)'::text/g)].map((match) => match[1] as string)
    return [{ relation, attribute, values }]
  })
}

/** The generator connects by itself, to where the client is connected. */
const addressOf = ({ user = '', password, database = '', host, port }: pg.Client) => {
  const [name, secret, socket] = [user, String(password), host].map(encodeURIComponent)
  return `postgresql://${name}:${secret}@/${database}?host=${socket}&port=${port}`
}

const note = '// Generated from the migrated database. Do not edit: run `npm run draw`.'

/** The types of the migrated database, with every checked list of texts as a union. */
export async function drawSchema(client: pg.Client): Promise<string> {
  const dialect = new PostgresDialect({ dateParser: 'string' })
  const db = await dialect.introspector.connect({ connectionString: addressOf(client), dialect })
  const { rows: nullable } = await client.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and is_nullable = 'YES'`,
  )
  const open = new Set(nullable.map(({ name }) => name))
  const unions = (await readChecks(client)).map(({ relation, attribute, values }) => {
    const column = `${relation}.${attribute}`
    const union = values.map((value) => `'${value}'`).join(' | ')
    return [column, open.has(column) ? `${union} | null` : union] as const
  })
  const text = await generate({
    db,
    dialect,
    defaultSchemas: ['public'],
    includePattern: 'public.*',
    outFile: null,
    overrides: { columns: Object.fromEntries(unions) },
    typeMapping: { int8: 'number', timestamptz: 'Date', jsonb: 'unknown', uuid: 'string' },
  })
  await db.destroy()
  const body = text.slice(text.indexOf('import'))
  return `${note}\n${body}`.replace('export interface DB ', 'export interface Database ')
}
