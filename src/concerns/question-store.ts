import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Concern } from './concern.ts'

/** Triage staff need more from the person who raised a concern. */
export type Question = {
  id: string
  askedBy: string
  askedAt: Date
  answer: string | null
  answeredAt: Date | null
}

type At = { district: string; concern: string }
const all = statement(
  ($: At) => sql<Question>`
    select id, asked_by as "askedBy", asked_at as "askedAt",
      ${opened('concern_question.answer', 'concern_question')} as answer, answered_at as "answeredAt"
    from concern_question where district_id = ${$.district} and concern_id = ${$.concern} order by asked_at, id`,
)

/** What was asked about a concern, oldest first. */
export const questionsOf = (tx: Transaction, concernId: string): Promise<Question[]> =>
  tx.all(all, { district: tx.scope.districtId, concern: concernId })

const ask = statement(
  ($: At & { id: string; by: string; at: Date }) => sql`
    insert into concern_question (district_id, id, concern_id, asked_by, asked_at)
    values (${$.district}, ${$.id}, ${$.concern}, ${$.by}, ${$.at})`,
)

export const insertQuestion = (
  unit: Unit,
  { concernId, id, by }: { concernId: string; id: string; by: string },
) => unit.tx.run(ask, { district: unit.districtId, concern: concernId, id, by, at: unit.now })

const answer = statement(
  ($: { district: string; id: string; answer: string; by: string | null; at: Date }) => sql`
    update concern_question set answer = ${$.answer}, answered_by = ${$.by}, answered_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id}`,
)
const open = statement(
  ($: At) => sql<{ id: string }>`
    select id from concern_question
    where district_id = ${$.district} and concern_id = ${$.concern} and answered_at is null for no key update`,
)

/** Answers the open question of a concern. @returns whether there was one */
export async function answerOpenQuestion(
  { tx, districtId: district, actor, now: at }: Unit,
  { concern, words }: { concern: Pick<Concern, 'id' | 'studentId'>; words: string },
): Promise<boolean> {
  const question = await tx.maybe(open, { district, concern: concern.id })
  if (question === undefined) return false
  const of = concern.studentId
  const said = tx.sealed('concern_question', { row: question.id, of }, { answer: words })
  tx.write(answer, { district, id: question.id, ...said, by: actor.personId, at })
  return true
}
