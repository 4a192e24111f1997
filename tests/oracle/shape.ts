import type pg from 'pg'

export type Column = { name: string; type: string; required: boolean }
/** The tables that hold records of students, with their columns. */
export type Shape = ReadonlyMap<string, readonly Column[]>

/** Records of students that name the student only through another record. */
const throughOthers = [
  'student',
  'caregiver',
  'consent_answer',
  'consent_revocation',
  'packet_name',
  'concern_question',
  'crisis_alert',
  'crisis_entry',
]
/** What decides who sees what, and the trail, which has specs of its own. */
const notRecords = ['assignment', 'access_block', 'record_opening', 'record_opening_end', 'audit_event']

/** Reads which tables there are: a new one is asked about without anybody thinking of it. */
export async function shapeOf(admin: pg.ClientBase): Promise<Shape> {
  const { rows } = await admin.query<Column & { table: string }>(
    `select c.table_name as "table", c.column_name as name, c.udt_name as type, c.is_nullable = 'NO' as required
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
       and c.column_name <> 'mark' and c.table_name <> all ($2)
       and (c.table_name = any ($1) or exists (select from information_schema.columns s
         where s.table_schema = 'public' and s.table_name = c.table_name and s.column_name = 'student_id'))
     order by c.table_name, c.ordinal_position`,
    [throughOthers, notRecords],
  )
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, columns]) => [
      table,
      columns.map(({ name, type, required }) => ({ name, type, required })),
    ]),
  )
}
