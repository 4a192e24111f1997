import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Words of one search that are looked at: more narrow nothing down that these did not. */
export const mostWords = 4

/**
 * Every word with a beginning lies between that beginning and this: nothing sorts after the last code point.
 */
export const lastCharacter = '\u{10ffff}'

/** Rows of a range that are counted to tell a rare beginning from a common one. */
const enoughToTell = 4000

const howCommon = statement(
  ($: { district: string; words: readonly string[]; ends: readonly string[] }) => sql<{ rows: number }>`
    select (select count(*) from (
      select 1 from student_name n where n.district_id = ${$.district} and n.word >= w.word and n.word < w.ending
      limit ${enoughToTell}) n) as rows
    from unnest(${$.words}::text[], ${$.ends}::text[]) with ordinality as w(word, ending, place) order by w.place`,
)

/** The words beside the one that is walked. */
const names = ['b', 'c', 'd'] as const
type Other = (typeof names)[number]

type Walk = Record<'district' | 'word' | 'end', string> &
  Partial<Record<Other | `${Other}End`, string>> & { limit: number }
const range = ($: Walk, name: Other) => sql`
  o.district_id = ${$.district} and o.word >= ${$[name]} and o.word < ${$[`${name}End`]}`

/** Whether the student at hand is among those with a beginning that few have: they are read once. */
const among = (name: Other) => sql`(n.student_id in (select m.student_id from ${sql.ref(name)} m)) is true`
const readOnce = ($: Walk, name: Other) => sql`${sql.ref(name)} as materialized (
  select o.student_id from student_name o where ${range($, name)})`
/** Whether the student at hand has a beginning that many have: one look into an index each. */
const alsoHas = ($: Walk, name: Other) => sql`exists (
  select 1 from student_name o where ${range($, name)} and o.student_id = n.student_id offset 0)`

// Several words in the whole district: the rarest range is walked in order. Two common beginnings meet often,
// so that the walk ends soon; where few have one of the others, they are all known before. One statement for
// each number of rare and of common words. `is true` and `offset 0` keep each question as it is put: turned
// into a join, it is answered by whichever way the server takes for shorter, knowing nothing of the words.
const everyWord = (rare: number, common: number) =>
  statement(($: Walk) => {
    const [few, many] = [names.slice(0, rare), names.slice(rare, rare + common)]
    const tests = [...few.map((name) => among(name)), ...many.map((name) => alsoHas($, name))]
    const known = few.length === 0 ? sql`` : sql`with ${sql.join(few.map((name) => readOnce($, name)))}`
    return sql<{ id: string }>`${known}
      select n.student_id as id from student_name n
      where n.district_id = ${$.district} and n.word >= ${$.word} and n.word < ${$.end} and ${sql.join(tests, sql` and `)}
      order by n.word, n.student_id limit ${$.limit}`
  })
const walks = new Map(
  [0, 1, 2, 3].flatMap((rare) =>
    [0, 1, 2, 3]
      .filter((common) => rare + common > 0 && rare + common < mostWords)
      .map((common) => [`${rare} ${common}`, everyWord(rare, common)]),
  ),
)

/** The students of the whole district who have every one of several words, in the order of the rarest. */
export async function studentsWithAll(
  tx: Transaction,
  { words, limit }: { words: readonly string[]; limit: number },
): Promise<{ id: string }[]> {
  const district = tx.scope.districtId
  const ends = words.map((word) => word + lastCharacter)
  const counts = await tx.all(howCommon, { district, words, ends })
  const counted = words.map((word, place) => ({ word, rows: counts[place]?.rows ?? 0 }))
  const [rarest, ...others] = counted.toSorted((one, other) => one.rows - other.rows)
  const rare = others.filter(({ rows }) => rows < enoughToTell).length
  const statement = walks.get(`${rare} ${others.length - rare}`)
  if (rarest === undefined || statement === undefined) throw new Error('No walk is known for so many words')
  const asked = others.flatMap(({ word }, place) => [
    [names[place], word],
    [`${names[place]}End`, word + lastCharacter],
  ])
  const { word } = rarest
  return tx.all(statement, { district, word, end: word + lastCharacter, limit, ...Object.fromEntries(asked) })
}
