import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'

export type CountedBy = 'address' | 'school' | 'district'
export type Counted = { kind: CountedBy; subject: string }

const add = statement(
  ($: { district: string; kinds: CountedBy[]; subjects: string[]; now: Date; until: Date }) => sql<{
    kind: CountedBy
    requests: number
  }>`
    insert into ask_count as t (district_id, kind, subject, requests, window_ends_at)
    select ${$.district}, k, s, 1, ${$.until} from unnest(${$.kinds}::text[], ${$.subjects}::text[]) as a(k, s) order by k, s
    on conflict (district_id, kind, subject) do update set
      requests = case when t.window_ends_at <= ${$.now} then 1 else t.requests + 1 end,
      window_ends_at = case when t.window_ends_at <= ${$.now} then ${$.until} else t.window_ends_at end
    returning kind, requests`,
)

/**
 * Counts one request by each, in one statement and in one order, so that processes count together and none
 * waits for the other in a circle. An act that is refused counts nothing.
 * @param minutes length of a window
 * @returns how many there are now in each window
 */
export const countAsking = (
  { tx, districtId: district, now }: Unit,
  { counted, minutes }: { counted: readonly Counted[]; minutes: number },
) =>
  tx.all(add, {
    district,
    kinds: counted.map(({ kind }) => kind),
    subjects: counted.map(({ subject }) => subject),
    now,
    until: new Date(now.getTime() + minutes * 60_000),
  })

const forget = statement(
  ($: { district: string; now: Date }) =>
    sql`delete from ask_count where district_id = ${$.district} and window_ends_at <= ${$.now}`,
)

/** Forgets every window that has ended. @returns how many there were */
export const forgetAsking = ({ tx, districtId: district, now }: Unit): Promise<number> =>
  tx.run(forget, { district, now })
