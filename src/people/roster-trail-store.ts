import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { nameWords, wordPairs } from '#platform/name-words.ts'
import { rosterTraces } from './roster-traces-store.ts'

const batch = 5000

type Named = { student_id: string; school_id: string | null; words: readonly string[] }

/** Every word of some students' names, and every two. */
async function addWords(tx: Transaction, some: readonly Named[]): Promise<void> {
  const { districtId } = tx.scope
  const words = some.flatMap(({ words, ...of }) => words.map((word) => ({ ...of, word })))
  const pairs = some.flatMap(({ student_id, words }) =>
    wordPairs(words).map(([word, later_word]) => ({ student_id, word, later_word })),
  )
  await tx.run(sql`insert into student_name (district_id, word, student_id, school_id)
    select ${districtId}::uuid, word, student_id, school_id
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as t(word text, student_id uuid, school_id uuid)`)
  await tx.run(sql`insert into student_name_pair (district_id, word, later_word, student_id)
    select ${districtId}::uuid, word, later_word, student_id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as t(word text, later_word text, student_id uuid)`)
}

/**
 * Names the search knows a student by, kept in step: names anew where they changed, the school where it did.
 */
export async function rememberNames({ tx, districtId }: Unit): Promise<void> {
  type Row = {
    id: string
    given_name: string
    family_name: string
    preferred_name: string | null
    school_id: string | null
  }
  await tx.run(sql`update student_name n set school_id = p.school_id from placed p
    where n.district_id = ${districtId} and n.student_id = p.id and p.moved and n.school_id is distinct from p.school_id`)
  const rows = await tx.all(sql<Row>`
    select t.id, t.given_name, t.family_name, t.preferred_name, t.school_id
    from student t join (
      select id from touched where name = ${rosterTraces.studentAdded.name} union select id from changing) c on c.id = t.id
    where t.district_id = ${districtId}`)
  // Pairs are kept for the order of their words, so they are found by the words that are still there.
  await tx.run(sql`delete from student_name_pair p
    using changing c, student_name a, student_name b
    where a.district_id = ${districtId} and a.student_id = c.id and b.district_id = ${districtId} and b.student_id = c.id
      and p.district_id = ${districtId} and p.student_id = c.id and p.word = a.word and p.later_word = b.word`)
  await tx.run(sql`delete from student_name n using changing c
    where n.district_id = ${districtId} and n.student_id = c.id`)
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows
      .slice(from, from + batch)
      .map(({ id, school_id, given_name, family_name, preferred_name }) => ({
        student_id: id,
        school_id,
        words: nameWords(given_name, family_name, preferred_name),
      }))
    await addWords(tx, some)
  }
}

/**
 * Which of two things that happened to one record the trail names: arriving and leaving before any other
 * change.
 */
const weight = sql`case when name like '%.added%' then 0 when name like '%.left%' then 1 else 2 end`

/**
 * Leaves a trace of every record that was touched, one each, in this transaction: the guards ask for nothing
 * less, and sixty thousand of them are written in one statement.
 * @returns how many
 */
export async function traceTouched({ tx, districtId, actor, now }: Unit, importId: string): Promise<number> {
  const count = await tx.run(sql`create temp table traced on commit drop as
    select row_number() over () as n, t.* from (
      select distinct on (type, id) type, id, student_id, name from touched order by type, id, ${weight}) t`)
  await tx.run(sql.raw('create temp table fresh_id (n int primary key, id uuid) on commit drop'))
  for (let from = 1; from <= count; from += batch) {
    const some = Array.from({ length: Math.min(batch, count - from + 1) }, () => newId(now.getTime()))
    await tx.run(
      sql`insert into fresh_id select ${from}::int - 1 + n, id from unnest(${some}::uuid[]) with ordinality as t(id, n)`,
    )
  }
  await tx.run(sql.raw('analyze fresh_id; analyze traced'))
  await tx.run(sql`
    insert into audit_event (district_id, id, at, kind, name, person_id, assignment_id, role, subject_type, subject_id,
      student_id, detail)
    select ${districtId}::uuid, f.id, ${now}, 'change', t.name, ${actor.personId}::uuid, ${actor.assignmentId}::uuid, ${actor.role},
      t.type, t.id, t.student_id, jsonb_build_object('import_id', ${importId}::text)
    from traced t join fresh_id f on f.n = t.n`)
  return count
}
