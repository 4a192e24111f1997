import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Answer, ChangeRequest } from './review.ts'

/** A request with the names it is read by. */
export type SeenRequest = ChangeRequest & {
  readonly askedByName: string
  readonly answeredByName: string | null
}

const seen = sql`
  select t.id, t.words, t.asked_at as "askedAt", t.answer,
    t.reason, t.answered_at as "answeredAt", t.version, a.name as "askedByName",
    b.name as "answeredByName"
  from change_request t
  join person a on a.district_id = t.district_id and a.id = t.asked_by
  left join person b on b.district_id = t.district_id and b.id = t.answered_by`
const all = statement(
  ($: { district: string }) => sql<SeenRequest>`${seen} where t.district_id = ${$.district}
    order by t.answered_at is not null, case when t.answered_at is null then t.asked_at end, t.answered_at desc, t.id limit 100`,
)

/** What the standard is asked to say: what waits, the oldest first, then what was answered. */
export const listRequests = (tx: Transaction): Promise<SeenRequest[]> =>
  tx.all(all, { district: tx.scope.districtId })

const waiting = statement(
  ($: { district: string }) => sql<{ count: number }>`
    select count(*)::int as count from change_request t where t.district_id = ${$.district} and t.answered_at is null`,
)

/** How many requests nobody answered yet. */
export const countRequests = async (tx: Transaction): Promise<number> =>
  (await tx.one(waiting, { district: tx.scope.districtId })).count

const held = statement(
  ($: { district: string; id: string }) => sql<SeenRequest>`${seen}
    where t.district_id = ${$.district} and t.id = ${$.id} for no key update of t`,
)

/** Takes the row for the rest of the act. */
export const holdRequest = ({ tx, districtId }: Unit, id: string): Promise<SeenRequest | undefined> =>
  tx.maybe(held, { district: districtId, id })

const insert = statement(
  ($: Record<'district' | 'id' | 'words' | 'by', string> & { now: Date }) => sql`
    insert into change_request (district_id, id, words, asked_by, asked_at)
    values (${$.district}, ${$.id}, ${$.words}, ${$.by}, ${$.now})`,
)

/** Asks the crisis standard to say something otherwise. @returns the id of the request */
export function insertRequest(unit: Unit, words: string): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  tx.write(insert, { words, district: districtId, id, by: actor.personId as string, now })
  return id
}

type Answered = Record<'district' | 'id' | 'reason' | 'by', string> & {
  answer: Answer
  now: Date
  version: number
}
const answer = statement(
  ($: Answered) => sql`
    update change_request set answer = ${$.answer}, reason = ${$.reason}, answered_by = ${$.by}, answered_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** What becomes of a held request, and why. */
export function saveAnswered(
  { tx, districtId, actor, now }: Unit,
  { id, version }: ChangeRequest,
  said: { answer: Answer; reason: string },
): void {
  const by = actor.personId as string
  tx.write(answer, { ...said, district: districtId, id, by, now, version })
}
