import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const count = statement(
  ($: { district: string; person: string; act: string; now: Date; until: Date }) => sql<{ tries: number }>`
    insert into act_try as t (district_id, person_id, act, tries, window_ends_at)
    values (${$.district}, ${$.person}, ${$.act}, 1, ${$.until})
    on conflict (district_id, person_id, act) do update set
      tries = case when t.window_ends_at <= ${$.now} then 1 else t.tries + 1 end,
      window_ends_at = case when t.window_ends_at <= ${$.now} then ${$.until} else t.window_ends_at end
    returning tries`,
)
