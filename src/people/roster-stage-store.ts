import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { RosterRows } from './roster-rows.ts'

/** Tables of this transaction alone. They are gone when it ends, so nothing of a roster stays behind by accident. */
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

/** Rows sent at once: large enough that round trips vanish, small enough that no statement holds the whole file. */
const batch = 5000

const run = (tx: Transaction, text: string) => tx.run(sql.raw(text))

/**
 * An import may take longer than a page: it says so for its own transaction only. Two of them in one district would
 * compare against each other's leftovers, so the second waits for the first.
 */
export async function openImport(tx: Transaction): Promise<void> {
  await run(
    tx,
    `set local statement_timeout = '10min'; set local lock_timeout = '5min';
     set local idle_in_transaction_session_timeout = '5min'; set local work_mem = '64MB'`,
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
  await resolveIds(tx)
}

/** Gives every row the id the district knows it by. What stays `found = false` is new here. */
async function resolveIds(tx: Transaction): Promise<void> {
  const district = tx.scope.districtId
  for (const [kind, table] of [['school', 'school'], ['student', 'student'], ['caregiver', 'caregiver'], ['staff', 'person']] as const) {
    await run(tx, `alter table stage_${kind} add found boolean not null default false`)
    await tx.run(sql`update ${sql.table(`stage_${kind}`)} s set id = k.id, found = true
      from ${sql.table(table)} k where k.district_id = ${district} and k.source_id = s.source_id`)
  }
  // Staff who were invited before the first roster came are known by their address alone.
  await tx.run(sql`update stage_staff s set id = k.id, found = true from person k
    where k.district_id = ${district} and k.source_id is null and k.partner_id is null and not s.found
      and lower(k.email) = lower(s.email)
      and (select count(*) from stage_staff o where lower(o.email) = lower(s.email)) = 1
      and (select count(*) from person o where o.district_id = ${district} and lower(o.email) = lower(s.email)) = 1`)
  await run(tx, 'alter table stage_enrolment add student_id uuid, add school_id uuid')
  await run(tx, 'alter table stage_link add student_id uuid, add caregiver_id uuid')
  await tx.run(sql`update stage_enrolment e set
      student_id = coalesce((select s.id from stage_student s where s.source_id = e.student and (s.found or not s.ended)),
        (select k.id from student k where k.district_id = ${district} and k.source_id = e.student)),
      school_id = coalesce((select s.id from stage_school s where s.source_id = e.school),
        (select k.id from school k where k.district_id = ${district} and k.source_id = e.school))`)
  await tx.run(sql`update stage_link l set
      student_id = coalesce((select s.id from stage_student s where s.source_id = l.student and (s.found or not s.ended)),
        (select k.id from student k where k.district_id = ${district} and k.source_id = l.student)),
      caregiver_id = coalesce((select s.id from stage_caregiver s where s.source_id = l.caregiver and (s.found or not s.ended)),
        (select k.id from caregiver k where k.district_id = ${district} and k.source_id = l.caregiver))`)
  for (const kind of Object.keys(tables)) await run(tx, `analyze stage_${kind}`)
}

