import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { RosterRows } from './roster-rows.ts'

/**
 * Tables of this transaction alone. They are gone when it ends, so nothing of a roster stays behind by
 * accident.
 */
const tables: { readonly [K in keyof RosterRows]: string } = {
  school: 'source_id text primary key, id uuid, name text, level text, public_code text, ended boolean',
  student: `source_id text primary key, id uuid, local_id text, given_name text, family_name text,
    preferred_name text, born_on date, grade text, words text[], ended boolean, whole boolean`,
  enrolment: `id uuid, student text, school text, source_id text, starts_on date, ends_on date, is_primary boolean,
    ended boolean, weak boolean`,
  caregiver: 'source_id text primary key, id uuid, name text, phone text, email text, ended boolean',
  link: 'student text, caregiver text, relationship text, ended boolean',
  staff: 'source_id text primary key, id uuid, name text, email text, ended boolean',
  birth: 'source_id text, born_on date',
}

/**
 * Rows sent at once: large enough that round trips vanish, small enough that no statement holds the whole
 * file.
 */
const batch = 5000

const run = (tx: Transaction, text: string) => tx.run(sql.raw(text))

/**
 * An import may take longer than a page: it says so for its own transaction only. Two of them in one district
 * would compare against each other's leftovers, so the second waits for the first. Whole tables are compared
 * with whole tables here, and the planner has no statistics of a district that was empty a moment ago: it
 * would guess one row and choose loops within loops.
 */
export async function openImport(tx: Transaction): Promise<void> {
  await run(
    tx,
    `set local statement_timeout = '10min'; set local lock_timeout = '5min';
     set local idle_in_transaction_session_timeout = '5min'; set local work_mem = '64MB';
     set local enable_nestloop = off`,
  )
  await tx.all(sql`select pg_advisory_xact_lock(hashtextextended('roster ' || ${tx.scope.districtId}, 0))`)
}

/** Lays the rows of a roster beside the district's tables, in a form that SQL compares in one go. */
export async function stage(
  tx: Transaction,
  rows: RosterRows,
  onRows: (done: number, total: number) => void,
): Promise<void> {
  const kinds = Object.keys(tables) as (keyof RosterRows)[]
  const total = kinds.reduce((sum, kind) => sum + rows[kind].length, 0)
  let done = 0
  for (const kind of kinds) {
    await run(tx, `create temp table stage_${kind} (${tables[kind]}) on commit drop`)
    for (let from = 0; from < rows[kind].length; from += batch) {
      const some = rows[kind].slice(from, from + batch)
      await tx.run(sql`insert into ${sql.table(`stage_${kind}`)}
        select * from jsonb_populate_recordset(null::${sql.table(`stage_${kind}`)}, ${JSON.stringify(some)}::jsonb)`)
      done += some.length
      onRows(done, total)
    }
  }
  for (const kind of kinds) await run(tx, `analyze stage_${kind}`)
  await resolveIds(tx)
}

const named = [
  ['school', 'school'],
  ['student', 'student'],
  ['caregiver', 'caregiver'],
  ['staff', 'person'],
] as const

/** Gives every row the id the district knows it by. What stays `found = false` is new here. */
async function resolveIds(tx: Transaction): Promise<void> {
  const district = tx.scope.districtId
  for (const [kind, table] of named) {
    await run(tx, `alter table stage_${kind} add found boolean not null default false`)
    await tx.run(sql`update ${sql.table(`stage_${kind}`)} s set id = k.id, found = true
      from ${sql.table(table)} k where k.district_id = ${district} and k.source_id = s.source_id`)
  }
  await findStaffByAddress(tx)
  await run(tx, 'alter table stage_enrolment add student_id uuid, add school_id uuid')
  await run(tx, 'alter table stage_link add student_id uuid, add caregiver_id uuid')
  const known = (kind: 'student' | 'school' | 'caregiver', id: string) => sql`coalesce(
    (select s.id from ${sql.table(`stage_${kind}`)} s where s.source_id = ${sql.ref(id)} and (s.found or not s.ended)),
    (select k.id from ${sql.table(kind)} k where k.district_id = ${district} and k.source_id = ${sql.ref(id)}))`
  await tx.run(sql`update stage_enrolment e
    set student_id = ${known('student', 'e.student')}, school_id = ${known('school', 'e.school')}`)
  await tx.run(sql`update stage_link l
    set student_id = ${known('student', 'l.student')}, caregiver_id = ${known('caregiver', 'l.caregiver')}`)
}

/**
 * Staff who were invited before the first roster came are known by their address, when it is theirs alone.
 */
async function findStaffByAddress(tx: Transaction): Promise<void> {
  await tx.run(sql`
    update stage_staff s set id = k.id, found = true
    from (
      select (array_agg(id))[1] as id, lower(email) as email from person
      where district_id = ${tx.scope.districtId} and email is not null
      group by lower(email) having count(*) = 1 and bool_and(source_id is null and partner_id is null)) k,
    (
      select min(source_id) as source_id, lower(email) as email from stage_staff
      where not found and email is not null group by lower(email) having count(*) = 1) a
    where a.email = k.email and s.source_id = a.source_id`)
}
