import type pg from 'pg'
import { type SealedTable, sealedTable, sealedTables } from '#database/sealed.ts'

/** What is readable of a student and names the student or the family. Nothing where it was removed. */
export async function namesLeft(client: pg.Client, studentId: string): Promise<string[]> {
  const { rows } = await client.query<{ texts: (string | null)[] }>(`
    select array[s.given_name, s.family_name, s.source_id, s.local_id, s.born_on::text] || array(select c.name from guardianship g
      join caregiver c on c.id = g.caregiver_id where g.student_id = s.id) as texts from student s where s.id = '${studentId}'`)
  return (rows[0]?.texts ?? []).filter(
    (text) => text !== null && text !== '' && text !== 'removed',
  ) as string[]
}

/** The keys of a student, and of who cares for them. */
export async function keysAround(client: pg.Client, studentId: string): Promise<string[]> {
  const owners = 'select caregiver_id from guardianship where student_id = $1 union select $1::uuid'
  const { rows } = await client.query<{ id: string }>(
    `select id from data_key where owner_id in (${owners})`,
    [studentId],
  )
  return rows.map(({ id }) => id)
}

/** How a column is read so that what was removed is `removed`, or nothing. */
const lies = (column: string, kind: string | undefined) =>
  kind === 'json'
    ? `t.${column} #>> '{}'`
    : kind === 'bytes'
      ? `encode(t.${column}, 'escape')`
      : `t.${column}`

/** Columns that still hold something sealed in a row of a student, of all tables or of some. */
export async function sealedLeft(
  client: pg.Client,
  studentId: string,
  tables = Object.keys(sealedTables) as readonly string[],
): Promise<string[]> {
  const left: string[] = []
  for (const table of tables as readonly SealedTable[]) {
    const { of, columns } = sealedTable(table)
    if (of === 'district') continue
    const whose =
      'column' in of ? `t.${of.column}` : `(select o.student_id from ${of.through} o where o.id = t.${of.by})`
    for (const [column, kind] of Object.entries(columns)) {
      const { rowCount } = await client.query(
        `select from ${table} t where ${whose} = '${studentId}' and ${lies(column, kind)} not in ('removed', '')`,
      )
      if (rowCount !== 0) left.push(`${table}.${column}`)
    }
  }
  return left
}
