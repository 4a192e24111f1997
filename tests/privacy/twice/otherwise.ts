import type pg from 'pg'

type Kind = 'code' | 'flag' | 'date' | 'instant' | 'number'

export type Column = { table: string; column: string; type: string; codes: string[]; unique: boolean }

/** What each column may hold beside words and ids, and the codes a check allows it. */
export async function columnsIn(admin: pg.ClientBase): Promise<Map<string, Column>> {
  const { rows } = await admin.query<Omit<Column, 'codes'> & { checks: string[] | null }>(
    `select c.table_name as "table", c.column_name as "column", c.udt_name as type,
       (select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
         where k.contype = 'c' and k.conrelid = format('public.%I', c.table_name)::regclass
           and a.attname = c.column_name and cardinality(k.conkey) = 1) as checks,
       exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey::int2[])
         where i.indisunique and i.indrelid = format('public.%I', c.table_name)::regclass
           and a.attname = c.column_name) as "unique"
     from information_schema.columns c where c.table_schema = 'public' and c.is_generated = 'NEVER'`,
  )
  return new Map(
    rows.map(({ checks, ...each }) => {
      const listed = (checks ?? []).find((check) => check.includes('ANY (ARRAY['))
      const codes = [...(listed ?? '').matchAll(/'([a-z_0-9]+)'::text/g)].map(([, code = '']) => code)
      return [`${each.table}.${each.column}`, { ...each, codes }] as const
    }),
  )
}

const kinds: Readonly<Record<string, Kind>> = {
  bool: 'flag',
  date: 'date',
  timestamptz: 'instant',
  int2: 'number',
  int4: 'number',
  numeric: 'number',
}

/** The value a fact has in the other world, as SQL; nothing where a column holds words, ids or lists. */
export function otherwise(
  { type, column, codes }: Column,
  value: unknown,
): { kind: Kind; to: string } | undefined {
  const kind = kinds[type]
  if (kind === undefined) {
    const other = codes.find((code) => code !== value)
    return type === 'text' && other !== undefined ? { kind: 'code', to: `'${other}'` } : undefined
  }
  // Nothing is said of a fact that is not there: it comes to be, some days ago.
  if (value === null && (kind === 'date' || kind === 'instant')) return { kind, to: `'2026-10-08T17:00:00Z'` }
  if (value === null) return undefined
  const to: Record<string, string> = {
    flag: `not "${column}"`,
    date: `"${column}" + 3`,
    instant: `"${column}" - interval '26 hours'`,
    number: `"${column}" + 1`,
  }
  return { kind, to: to[kind] as string }
}

/** Columns that are the way to a record and no fact of it, or decide who may know it and what crosses. */
export const ways = new Set(
  `version position demo family_sees lifted_at minor_consented grantor_age discloses tells_back answer starts_at
   ends_on revoked_at`.split(/\s+/),
)
