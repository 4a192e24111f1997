import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const ids = statement((_: object) => sql<{ id: string }>`select id from house.district_ids() as id`)
export const named = statement(
  ($: { district: string }) =>
    sql<{
      id: string
      name: string
    }>`select district_id as id, name from district where district_id = ${$.district}`,
)
export const assignments = statement(
  ($: { district: string; email: string }) => sql<{ id: string; role: string }>`
    select a.id, a.role from assignment a join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${$.district} and lower(p.email) = lower(${$.email}) and a.ended_at is null order by a.starts_on, a.id`,
)
