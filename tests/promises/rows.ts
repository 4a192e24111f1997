import { createHash } from 'node:crypto'
import pg from 'pg'
import { tenantTables } from './keep.ts'

type Column = { relation: string; attribute: string; type: string; target: string | null; key: string | null }

/** Every column of every tenant table, with the column of another table it points at. */
const columns = `
  select t.relname as relation, a.attname as attribute, format_type(a.atttypid, a.atttypmod) as type,
    f.confrelid::regclass::text as target, b.attname as key
  from (${tenantTables}) t
  join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  left join lateral (select * from pg_constraint f where f.conrelid = t.oid and f.contype = 'f'
    and f.confrelid <> t.oid and a.attnum = any (f.conkey) and a.attname <> 'district_id' limit 1) f on true
  left join pg_attribute b on b.attrelid = f.confrelid
    and b.attnum = f.confkey[array_position(f.conkey, a.attnum)]
  order by 1, a.attnum`

/** The same name in the same district always has the same id, so that rows point at each other. */
export const idIn = (district: string, name: string): string => {
  const hash = createHash('sha256').update(`${district} ${name}`).digest('hex')
  const [a, b, c, d] = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 15), hash.slice(15, 18)]
  return `${a}-${b}-7${c}-8${d}-${hash.slice(18, 30)}`
}

const samples: Readonly<Record<string, string>> = {
  bigint: '1',
  boolean: 'true',
  bytea: '\\x00',
  date: '2026-10-13',
  integer: '1',
  jsonb: '{}',
  numeric: '1',
  'time without time zone': '12:00',
  'timestamp with time zone': '2026-10-13T20:30:00Z',
}

type Catalog = ReadonlyMap<string, readonly Column[]>

function sampleOf(catalog: Catalog, district: string, column: Column): string {
  const { relation, attribute, type, target, key } = column
  if (attribute === 'district_id') return district
  const pointed = catalog.get(target ?? '')?.find((other) => other.attribute === key)
  if (pointed !== undefined) return sampleOf(catalog, district, pointed)
  if (attribute === 'partner_id' || attribute === 'student_id') return idIn(district, attribute.slice(0, -3))
  if (type === 'uuid') return idIn(district, attribute === 'id' ? relation : `${relation}.${attribute}`)
  if (type.endsWith('[]')) return '{}'
  if (type === 'text') return `${relation} of ${district}`
  const sample = samples[type]
  if (sample === undefined) throw new Error(`${relation}.${attribute}: no sample of the type ${type}`)
  return sample
}

/** What is a drill's is behind a wall of its own: nobody outside of it sees such a row. */
const ofADrill = ({ relation, attribute }: Column) =>
  attribute === 'drill_id' && ['crisis_alert', 'crisis_entry', 'crisis_incident'].includes(relation)

/** The tables of tenants, by name. */
export async function tablesOf(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ relname: string }>(`${tenantTables} order by relname`)
  return rows.map(({ relname }) => relname)
}

/**
 * Puts one row of each district into every tenant table, with every column filled and every link leading to
 * the row of the same district. Checks are set aside for it: this is about who sees a row, not about what may
 * stand in one.
 */
export async function fillEveryTable(admin: pg.Client, districts: readonly string[]): Promise<void> {
  const { rows } = await admin.query<Column>(columns)
  const catalog = Map.groupBy(
    rows.filter((column) => !ofADrill(column)),
    ({ relation }) => relation,
  )
  const { rows: checks } = await admin.query<{ drop: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
     where contype = 'c' and conrelid in (select oid from (${tenantTables}) t)`,
  )
  for (const { drop } of checks) await admin.query(drop)
  await admin.query('set session_replication_role = replica')
  for (const district of districts) {
    for (const [relation, itsColumns] of catalog) {
      const names = itsColumns.map(({ attribute }) => pg.escapeIdentifier(attribute)).join(', ')
      const values = itsColumns.map((column) => sampleOf(catalog, district, column))
      const slots = values.map((_, position) => `$${position + 1}`).join(', ')
      // A count that another row's trigger began stands there already.
      const insert = `insert into ${pg.escapeIdentifier(relation)} (${names}) values (${slots})`
      await admin.query(`${insert} on conflict do nothing`, values)
    }
  }
  await admin.query('set session_replication_role = origin')
}
