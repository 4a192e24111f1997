import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export type NewDistrict = { name: string; state: string; timeZone: string }

export const insert = statement(
  ($: NewDistrict & { district: string; at: Date }) => sql`
    insert into district (district_id, name, state, time_zone, demo, created_at, filled_at)
    values (${$.district}, ${$.name}, ${$.state}, ${$.timeZone}, false, ${$.at}, ${$.at})`,
)
export const hours = statement(
  ($: { district: string; weekday: number; id: string; opens: string; closes: string }) => sql`
    insert into working_hours (district_id, weekday, id, opens, closes)
    values (${$.district}, ${$.weekday}, ${$.id}, ${$.opens}, ${$.closes})`,
)
