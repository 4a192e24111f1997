import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

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
    select id, asked_by as "askedBy", asked_at as "askedAt", answer, answered_at as "answeredAt"
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
  ($: At & { answer: string; by: string | null; at: Date }) => sql`
    update concern_question set answer = ${$.answer}, answered_by = ${$.by}, answered_at = ${$.at}
    where district_id = ${$.district} and concern_id = ${$.concern} and answered_at is null`,
)

/** Answers the open question of a concern, and says how many there were: one or none. */
export const answerOpenQuestion = (unit: Unit, { concernId, words }: { concernId: string; words: string }) =>
  unit.tx.run(answer, {
    district: unit.districtId,
    concern: concernId,
    answer: words,
    by: unit.actor.personId,
    at: unit.now,
  })
