import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { byLetters } from '#platform/name-words.ts'

/** Words of one search that are looked at: more narrow nothing down that these did not. */
export const mostWords = 4

/**
 * Every word with a beginning lies between that beginning and this: nothing sorts after the last code point.
 */
export const lastCharacter = '\u{10ffff}'

/** The words beside the two that are walked. */
const names = ['c', 'd'] as const
type Other = (typeof names)[number]

type Walk = Record<'district' | 'word' | 'end' | 'later' | 'laterEnd', string> &
  Partial<Record<Other | `${Other}End`, string>> & { limit: number }

/** Whether the student at hand has another word with that beginning: one look into an index each. */
const alsoHas = ($: Walk, name: Other) => sql`and exists (
  select 1 from student_name o where o.district_id = ${$.district} and o.word >= ${$[name]} and o.word < ${$[`${name}End`]}
    and o.student_id = p.student_id offset 0)`

// Several words in the whole district: those who have two of them are a part of one index, walked in its
// order, and nobody is read who has only one. Whatever else was typed is asked of each student at hand;
// `offset 0` keeps the question as it is put, which the server would else turn into a join, knowing nothing
// of the words.
const walks = [0, 1, 2].map((others) =>
  statement(
    ($: Walk) => sql<{ id: string }>`
      select p.student_id as id from student_name_pair p
      where p.district_id = ${$.district} and p.word >= ${$.word} and p.word < ${$.end}
        and p.later_word >= ${$.later} and p.later_word < ${$.laterEnd}
        ${sql.join(
          names.slice(0, others).map((name) => alsoHas($, name)),
          sql` `,
        )}
      order by p.word, p.later_word, p.student_id limit ${$.limit}`,
  ),
)

/**
 * Without the beginnings of other words that were typed: whoever has the longer one has the shorter one too.
 * Of what is left, no word of a name can have two of them for its beginning.
 */
export const apart = (words: readonly string[]): string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)))

/**
 * The students of the whole district who have every one of several words, by the two that are walked: the
 * longest, because few have a long beginning.
 * @param words two or more, none the beginning of another
 */
export async function studentsWithAll(
  tx: Transaction,
  { words, limit }: { words: readonly string[]; limit: number },
): Promise<{ id: string }[]> {
  const byLength = words.toSorted((one, other) => other.length - one.length)
  const [word, later] = byLength.slice(0, 2).toSorted(byLetters)
  const others = byLength.slice(2)
  const statement = walks[others.length]
  if (word === undefined || later === undefined || statement === undefined)
    throw new Error('No walk is known for so many words')
  const asked = others.flatMap((other, place) => [
    [names[place], other],
    [`${names[place]}End`, other + lastCharacter],
  ])
  const pair = { word, end: word + lastCharacter, later, laterEnd: later + lastCharacter }
  return tx.all(statement, { district: tx.scope.districtId, ...pair, limit, ...Object.fromEntries(asked) })
}
