import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const insert = statement(
  ($: { district: string; id: string; kind: string; body: string; sample: boolean; at: Date }) => sql`
    insert into standard (district_id, id, kind, version, in_force_from, body, sample, decision, published_at)
    values (${$.district}, ${$.id}, ${$.kind}, 1, ${$.at}, ${$.body}::jsonb, ${$.sample}, 'Shipped with Throughline', ${$.at})`,
)
