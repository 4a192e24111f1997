import type pg from 'pg'
import { classOfColumns } from '#database/class-of-columns.ts'
import type { DataClass } from '#database/classes.ts'
import { sealedTables } from '#database/sealed.ts'
import { pastGuards } from '../plant.ts'
import { type Column, columnsIn, otherwise, ways } from './otherwise.ts'
import { readBy, wordTo } from './told-to.ts'

type Raw = Record<string, unknown>
type Kind = 'code' | 'flag' | 'date' | 'instant' | 'number' | 'row'

/** One hidden fact that is otherwise: a code, a date, a number, or whether there is such a row at all. */
export type Change = {
  says: string
  kind: Kind
  /** Of what it is, and of what else that goes with it. */
  classes: readonly DataClass[]
  table: string
  row: Raw
  /** Agencies that what goes with it names. */
  cascades: readonly string[]
  make(admin: pg.ClientBase): Promise<void>
}

const isSealed = (table: string, column: string) =>
  column in ((sealedTables as Record<string, { columns: object }>)[table]?.columns ?? {})

function changesOf(
  columns: ReadonlyMap<string, Column>,
  { table, raw, partners }: { table: string; raw: Raw; partners: readonly string[] },
): Change[] {
  const heard = table === 'guardianship' ? partners : []
  const of = classOfColumns().filter((each) => each.table === table && each.dataClass !== 'of_nobody')
  const found = of.flatMap(({ column, dataClass }) => {
    const known = columns.get(`${table}.${column}`)
    if (known === undefined || known.unique || ways.has(column) || isSealed(table, column)) return []
    const other = otherwise(known, raw[column])
    if (other === undefined) return []
    const make = async (admin: pg.ClientBase) => {
      await admin.query(
        `update ${table} t set "${column}" = ${other.to} where district_id = $1 and ${keyOf(raw)}`,
        [raw['district_id']],
      )
    }
    const says = `${table}.${column} is another ${other.kind}`
    return [
      { says, kind: other.kind, classes: [dataClass as DataClass], table, row: raw, cascades: heard, make },
    ]
  })
  const main = of.find(({ column }) => column === 'student_id' || column === 'student') ?? of[0]
  if (main === undefined || table === 'student') return found
  const says = `${table} has one row less`
  const cascades = table in naming ? partners : heard
  const make = (admin: pg.ClientBase) => without(admin, table, raw)
  return [
    ...found,
    {
      says,
      kind: 'row',
      classes: [...(implied[table] ?? []), ...goingWith(columns, table, main.dataClass as DataClass)],
      table,
      row: raw,
      cascades,
      make,
    },
  ]
}

const marks = [
  'id',
  'student_id',
  'consent_id',
  'scope',
  'word',
  'later_word',
  'referral_id',
  'exception_id',
  'request_id',
]
const keyOf = (raw: Raw): string =>
  typeof raw['id'] === 'string'
    ? `id = '${raw['id']}'`
    : marks
        .filter((mark) => typeof raw[mark] === 'string')
        .map((mark) => `"${mark}" = '${String(raw[mark])}'`)
        .join(' and ')

/** Which columns of other tables name a record. */
const naming: Readonly<Record<string, string>> = {
  referral: 'referral_id',
  concern: 'concern_id',
  consent: 'consent_id',
  crisis_incident: 'incident_id',
  brief_support: 'support_id',
  escalation: 'escalation_id',
  consent_exception: 'exception_id',
  record_request: 'request_id',
  record_opening: 'opening_id',
  appointment: 'appointment_id',
  appointment_reminder: 'reminder_id',
}

/** That there is such a record, and nothing of it, is said by what of another class it led to. */
const implied: Readonly<Record<string, readonly DataClass[]>> = {
  // Whoever may reach a family reads whom not to contact, and not why.
  access_block: ['contact_details'],
  // A referral rests on one, and stands where a family has agreed or has not.
  triage_decision: ['referrals'],
  consent: ['referrals'],
  consent_answer: ['referrals'],
  consent_revocation: ['referrals'],
}

/** Of what a record is, and all that is gone with it. */
function goingWith(columns: ReadonlyMap<string, Column>, table: string, own: DataClass): DataClass[] {
  const column = naming[table]
  const others = classOfColumns().filter(
    (each) =>
      column !== undefined && each.dataClass !== 'of_nobody' && columns.has(`${each.table}.${column}`),
  )
  return [...new Set([own, ...others.map(({ dataClass }) => dataClass as DataClass)])]
}

/** As though a record had never been: it is gone, with all that hangs on it, and no news speaks of it. */
async function without(admin: pg.ClientBase, table: string, raw: Raw): Promise<void> {
  const column = naming[table]
  if (column !== undefined) {
    const { rows } = await admin.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and c.column_name = $1 and t.table_type = 'BASE TABLE' and c.table_name <> 'audit_event'`,
      [column],
    )
    for (const { name } of rows)
      await admin.query(`delete from ${name} where district_id = $1 and ${column} = $2`, [
        raw['district_id'],
        raw['id'],
      ])
  }
  await admin.query(`delete from ${table} where district_id = $1 and ${keyOf(raw)}`, [raw['district_id']])
}

/** Everything that is a fact of one student and no word: row by row, column by column. */
export async function changesFor(
  admin: pg.ClientBase,
  { districtId, studentId }: { districtId: string; studentId: string },
): Promise<Change[]> {
  const columns = await columnsIn(admin)
  const tables = [...new Set(classOfColumns().map(({ table }) => table))].filter(
    (table) => table !== 'assignment',
  )
  const all: Change[] = []
  const partners = (
    await admin.query<{ id: string }>(
      'select distinct partner_id as id from referral where district_id = $1 and student_id = $2 and partner_id is not null',
      [districtId, studentId],
    )
  ).rows.map(({ id }) => id)
  for (const table of tables) {
    const column = table === 'student' ? 'id' : 'student_id'
    if (!columns.has(`${table}.${column}`)) continue
    const { rows } = await admin.query<{ raw: Raw }>(
      `select to_jsonb(t) as raw from ${table} t where district_id = $1 and ${column} = $2 order by 1::text`,
      [districtId, studentId],
    )
    for (const { raw } of rows) {
      const named = table === 'guardianship' ? await wordTo(admin, raw) : partners
      const row = table === 'referral' ? await readBy(admin, raw) : raw
      all.push(...changesOf(columns, { table, raw: row, partners: named }))
    }
  }
  return all
}

/** Nothing stands in the way of another world: checks that compare one column with another are gone. */
const freely = `do $$ declare each record; begin
  for each in select conrelid::regclass as target, conname from pg_constraint
    where connamespace = 'public'::regnamespace and contype = 'c' loop
    execute format('alter table %s drop constraint if exists %I cascade', each.target, each.conname);
  end loop; end $$`

/** Makes the other world: facts first, and then what there is not at all. */
export async function makeChanges(admin: pg.ClientBase, changes: readonly Change[]): Promise<void> {
  await admin.query(freely)
  await pastGuards(admin, async () => {
    for (const change of [...changes].sort((a, b) => Number(a.kind === 'row') - Number(b.kind === 'row')))
      await change.make(admin)
  })
}
