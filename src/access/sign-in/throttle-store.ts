import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

type Count = { key: string; tries: number; total: number }

// Counted before the secret is looked at, in one statement, in the order of the keys: of a hundred guesses
// sent at once ten are heard. Guesses past the limit change nothing, so they cannot use up the total either.
export const count = statement(
  ($: { keys: string[]; mosts: number[]; now: Date; until: Date }) => sql<Count>`
    insert into throttle as t (key, tries, total, window_ends_at)
    select decode(k, 'hex'), 1, 1, ${$.until} from unnest(${$.keys}::text[]) as k order by k
    on conflict (key) do update set
      tries = case when t.window_ends_at <= ${$.now} then 1 else t.tries + 1 end,
      total = t.total + case
        when t.window_ends_at <= ${$.now} then 1
        when t.tries < (select m from unnest(${$.keys}::text[], ${$.mosts}::int[]) as a(k, m)
          where decode(k, 'hex') = t.key) then 1
        else 0 end,
      window_ends_at = case when t.window_ends_at <= ${$.now} then ${$.until} else t.window_ends_at end
    returning encode(t.key, 'hex') as key, tries, total`,
)
export const clear = statement(
  ($: { keys: string[] }) => sql`
    delete from throttle where key in (select decode(k, 'hex') from unnest(${$.keys}::text[]) as k)`,
)
export const giveBack = statement(
  ($: { keys: string[] }) => sql`
    update throttle set tries = greatest(tries - 1, 0), total = greatest(total - 1, 0)
    where key in (select decode(k, 'hex') from unnest(${$.keys}::text[]) as k)`,
)
export const forgetOld = statement(
  ($: { before: Date }) => sql`delete from throttle where window_ends_at < ${$.before}`,
)
