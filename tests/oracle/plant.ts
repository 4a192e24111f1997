import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { District, Facts, Row } from './facts.ts'
import type { Column, Shape } from './shape.ts'

/** Anything a column takes: only what decides who sees a row is of interest. */
function anything({ type }: Column): unknown {
  if (type.startsWith('_')) return []
  if (type === 'uuid') return randomUUID()
  if (type === 'bool') return false
  if (type === 'jsonb') return {}
  if (type === 'date') return '2026-10-01'
  if (type === 'timestamptz') return '2026-10-01T16:00:00Z'
  if (type === 'time') return '08:00'
  if (type === 'bytea') return '\\x00'
  return type.startsWith('int') || type === 'numeric' ? 1 : randomUUID()
}

const partsOf = ({ table, studentId, ...row }: Row, district: string) => ({
  district_id: district,
  [table === 'student' ? 'id' : 'student_id']: studentId,
  school_id: row.schoolId,
  partner_id: row.agencyId,
  family_sees: row.familySees,
  ...(table === 'referral' && { sent_at: row.sentAt }),
  ...(table === 'family_link' && { person_id: row.sentTo }),
})

/** Takes away what has no part in who sees a row: it would only refuse what is invented. */
const bare = `do $$ declare each record; begin
  for each in select conrelid::regclass as target, conname from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u', 'x') loop
    execute format('alter table %s drop constraint if exists %I cascade', each.target, each.conname);
  end loop;
  for each in select indexrelid::regclass as name from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary
      and not exists (select from pg_constraint where conindid = i.indexrelid) loop
    execute format('drop index %s', each.name);
  end loop;
end $$`

async function insert(admin: pg.ClientBase, table: string, rows: readonly Record<string, unknown>[]) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ')
  await admin.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

/** The half of a token that proves it, told from its id: a world's tokens need no other secret. */
export const hashOf = (tokenId: string): Buffer => createHash('sha256').update(tokenId).digest()
/** One token for each assignment, by the district and the assignment. */
export const tokenOf = (districtId: string, assignmentId: string): string => {
  const digits = createHash('sha256').update(`${districtId} ${assignmentId}`).digest('hex')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-7${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

/** The sign-in account of each person: no account is in two districts. */
export const loginOf = (districtId: string, personId: string): string =>
  tokenOf(districtId, `login ${personId}`)

type Tables = Record<string, Record<string, unknown>[]>

/** The places of a district, and its people. */
const placesOf = ({ id: district_id, ...given }: District): Tables => ({
  district: [{ district_id, name: 'Invented', state: 'CA', time_zone: given.timeZone }],
  school: given.schoolIds.map((id) => ({ district_id, id })),
  partner: given.agencies.map(({ id, endedAt }) => ({ district_id, id, ended_at: endedAt })),
  person: given.people.map(({ id, leftAt, sourceId }) => ({
    district_id,
    id,
    source_id: sourceId,
    ended_at: leftAt,
    login_id: loginOf(district_id, id),
  })),
})

/** What gives their rights, a token for each. */
const assignmentsOf = ({ id: district_id, assignments }: District): Tables => ({
  assignment: assignments.map((each) => ({
    district_id,
    id: each.id,
    person_id: each.personId,
    role: each.role,
    partner_id: each.agencyId,
    employed_by: each.employedBy,
    student_id: each.studentId,
    whole_district: each.everySchool,
    starts_on: each.startsOn,
    ends_on: each.endsOn,
    ended_at: each.endedAt,
  })),
  assignment_school: assignments.flatMap(({ id: assignment_id, personId: person_id, schoolIds }) =>
    schoolIds.map((school_id) => ({ district_id, assignment_id, person_id, school_id })),
  ),
  access_token: assignments.map(({ id: assignment_id, personId: person_id }) => {
    const id = tokenOf(district_id, assignment_id)
    const secret_hash = `\\x${hashOf(id).toString('hex')}`
    return { district_id, id, assignment_id, person_id, secret_hash, expires_at: '2027-01-01T00:00:00Z' }
  }),
})

const blocksOf = ({ id: district_id, blocks }: District): Tables => ({
  access_block: blocks.map(({ studentId, personId, kind, liftedAt }) => ({
    district_id,
    student_id: studentId,
    person_id: personId,
    kind,
    lifted_at: liftedAt,
  })),
})

/** Who cares for whom. They have no mark and are not counted: rows of these tables stand beside them. */
const caringOf = ({ id: district_id, caring }: District): Tables => ({
  caregiver: [...new Map(caring.map((one) => [one.caregiverId, one]))].map(([id, one]) => ({
    district_id,
    id,
    person_id: one.personId,
    source_id: one.sourceId,
  })),
  guardianship: caring.map(({ caregiverId, studentId, endedOn }) => ({
    district_id,
    caregiver_id: caregiverId,
    student_id: studentId,
    ended_on: endedOn,
  })),
})

const openingsOf = ({ id: district_id, openings }: District): Tables => ({
  record_opening: openings.map(({ id, studentId, personId, assignmentId, openedAt, endsAt }) => ({
    district_id,
    id,
    student_id: studentId,
    person_id: personId,
    assignment_id: assignmentId,
    opened_at: openedAt,
    ends_at: endsAt,
  })),
  record_opening_end: openings
    .filter(({ closedAt }) => closedAt !== null)
    .map(({ id, studentId, personId, closedAt }) => ({
      district_id,
      opening_id: id,
      student_id: studentId,
      opened_by: personId,
      ended_by: personId,
      ended_at: closedAt,
    })),
})

/** Fills what is required and was not said. */
const filled = (columns: readonly Column[], row: Record<string, unknown>) =>
  Object.fromEntries(
    columns
      .filter(({ name, required }) => required || (row[name] ?? null) !== null)
      .map((column) => [column.name, row[column.name] ?? anything(column)]),
  )

async function columnsOf(admin: pg.ClientBase, table: string): Promise<Column[]> {
  const { rows } = await admin.query<Column>(
    `select column_name as name, udt_name as type, is_nullable = 'NO' as required from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and column_name <> 'mark'`,
    [table],
  )
  return rows
}

/** Writes a world into an empty, migrated database that nobody needs afterwards. */
export async function plant(admin: pg.ClientBase, facts: Facts, shape: Shape): Promise<void> {
  await admin.query(bare)
  for (const table of shape.keys()) await admin.query(`alter table ${table} add column mark bigint`)
  await admin.query('begin; set local session_replication_role = replica')
  for (const district of facts.districts) {
    const people = {
      ...placesOf(district),
      ...assignmentsOf(district),
      ...blocksOf(district),
      ...caringOf(district),
      ...openingsOf(district),
    }
    for (const [table, rows] of Object.entries(people)) {
      const columns = await columnsOf(admin, table)
      if (rows.length > 0)
        await insert(
          admin,
          table,
          rows.map((row) => filled(columns, row)),
        )
    }
    for (const [table, rows] of Map.groupBy(district.rows, (row) => row.table)) {
      const columns = shape.get(table) ?? []
      await insert(
        admin,
        table,
        rows.map((row) => ({ mark: row.mark, ...filled(columns, partsOf(row, district.id)) })),
      )
    }
  }
  await admin.query('commit; analyze')
}
