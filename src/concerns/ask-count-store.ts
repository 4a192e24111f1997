import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
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
      refused = case when t.window_ends_at <= ${$.now} then 0 else t.refused end,
      refused_before = t.refused_before + case when t.window_ends_at <= ${$.now} then t.refused else 0 end,
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

const refuse = statement(
  ($: { district: string; kinds: CountedBy[]; subjects: string[]; mosts: number[]; now: Date }) => sql<{
    kind: CountedBy
    refused: number
  }>`
    update ask_count t set refused = t.refused + 1
    from (select k, s, m from unnest(${$.kinds}::text[], ${$.subjects}::text[], ${$.mosts}::int[]) as a(k, s, m)) full_at
    where t.district_id = ${$.district} and t.kind = full_at.k and t.subject = full_at.s
      and t.window_ends_at > ${$.now} and t.requests >= full_at.m
    returning t.kind, t.refused`,
)

/**
 * Counts one refused request by each counter that is full.
 * @returns how many each of them has refused in its window
 */
export const countRefused = (
  tx: Transaction,
  { counted, most, now }: { counted: readonly Counted[]; most: Record<CountedBy, number>; now: Date },
) =>
  tx.all(refuse, {
    district: tx.scope.districtId,
    kinds: counted.map(({ kind }) => kind),
    subjects: counted.map(({ subject }) => subject),
    mosts: counted.map(({ kind }) => most[kind]),
    now,
  })

const forget = statement(
  ($: { district: string; now: Date }) => sql<{ counts: number; refused: number }>`
    with gone as (
      delete from ask_count where district_id = ${$.district} and window_ends_at <= ${$.now}
      returning refused + refused_before as refused
    )
    select count(*)::int as counts, coalesce(sum(refused), 0)::int as refused from gone`,
)

/** Forgets every window that has ended. @returns how many there were, and what was refused in them */
export const forgetAsking = ({ tx, districtId: district, now }: Unit) => tx.one(forget, { district, now })
