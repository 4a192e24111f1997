import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { nameWords } from '#platform/name-words.ts'
import { apart, lastCharacter, mostWords, studentsWithAll } from './search-walk-store.ts'

/** One student a search found: enough to tell two of one name apart, and no more. */
export type FoundStudent = {
  id: string
  name: string
  grade: string
  localId: string | null
  schoolName: string | null
}

// Each word of a name is a row, so a beginning is a range of an index. Comparing text in "C" order is
// leakproof: the row-level wall does not keep the range from being an index condition. Exact words come
// first, because "ana" sorts before "anabel".
const oneWord = statement(
  ($: { district: string; word: string; end: string; limit: number }) => sql<{ id: string }>`
    select n.student_id as id from student_name n
    where n.district_id = ${$.district} and n.word >= ${$.word} and n.word < ${$.end}
    order by n.word, n.student_id limit ${$.limit}`,
)

type Words = { district: string; words: readonly string[]; ends: readonly string[]; limit: number }

// An assignment that covers a few schools reads their part of the index and nothing beside it. Words and
// schools are asked for inside: read off the values, how many there are had each search planned anew.
const everyWordAtSchools = statement(
  ($: Words & { count: number; schools: readonly string[] }) => sql<{ id: string }>`
    select m.student_id as id
    from unnest((select ${$.words}::text[]), (select ${$.ends}::text[])) with ordinality as w(word, ending, place)
    cross join unnest((select ${$.schools}::uuid[])) as s(id)
    cross join lateral (
      select n.student_id, min(n.word) as word from student_name n
      where n.district_id = ${$.district} and n.school_id = s.id and n.word >= w.word and n.word < w.ending
      group by n.student_id) m
    group by m.student_id having count(*) = ${$.count}::int
    order by min(m.word) filter (where w.place = 1), m.student_id limit ${$.limit}`,
)

/** A number of the school however its letters are typed: each way is one probe of the index. */
function localIdsAs(typed: string): string[] {
  const localId = typed.trim().replace(/^#/, '')
  return [...new Set([localId, localId.toUpperCase(), localId.toLowerCase()])]
}

// The numbers are asked for inside: read off the values, their count had each search planned anew.
const byLocalId = statement(
  ($: {
    district: string
    localIds: readonly string[]
    schools: readonly string[] | null
    limit: number
  }) => sql<{
    id: string
  }>`
    select id from student where district_id = ${$.district} and local_id = any((select ${$.localIds}::text[])::text[])
      and ${withinReach($.schools, 'school_id')}
    order by id limit ${$.limit}`,
)

const shown = statement(
  ($: { district: string; ids: readonly string[] }) => sql<FoundStudent>`
    select t.id, coalesce(t.preferred_name, t.given_name) || ' ' || t.family_name as name, t.grade, t.local_id as "localId",
      c.name as "schoolName"
    from unnest(${$.ids}::uuid[]) with ordinality as found(id, place)
    join student t on t.district_id = ${$.district} and t.id = found.id
    left join school c on c.district_id = t.district_id and c.id = t.school_id
    order by found.place`,
)

async function idsByName(
  tx: Transaction,
  actor: Actor,
  { words, limit }: { words: string[]; limit: number },
) {
  const district = actor.districtId
  const schools = schoolsInReach(actor)
  const ends = words.map((word) => word + lastCharacter)
  const values = { district, words, ends, count: words.length, limit }
  if (schools !== null) return tx.all(everyWordAtSchools, { ...values, schools })
  const word = words[0] as string
  if (words.length === 1) return tx.all(oneWord, { district, word, end: word + lastCharacter, limit })
  return studentsWithAll(tx, { words, limit })
}

/**
 * Students within the actor's reach whose name, or whose number at school, is what was typed. Each word may
 * be the beginning of any word of the name, with accents or without. Nothing is told of students beyond the
 * reach: not that they exist, and not how many.
 * @param typed as a person typed it
 * @param limit how many at most
 */
export async function searchStudents(
  tx: Transaction,
  actor: Actor,
  { typed, limit = 20 }: { typed: string; limit?: number },
): Promise<FoundStudent[]> {
  const words = apart(nameWords(typed)).slice(0, mostWords)
  if (words.length === 0) return []
  const district = actor.districtId
  const localIds = localIdsAs(typed)
  const [named, numbered] = await Promise.all([
    idsByName(tx, actor, { words, limit }),
    tx.all(byLocalId, { district, localIds, schools: schoolsInReach(actor), limit }),
  ])
  const ids = [...new Set([...numbered, ...named].map(({ id }) => id))].slice(0, limit)
  return ids.length === 0 ? [] : tx.all(shown, { district, ids })
}
