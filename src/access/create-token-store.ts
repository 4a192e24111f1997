import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const insert = statement(
  ($: {
    district: string
    id: string
    assignment: string
    person: string
    label: string
    hash: Buffer
    at: Date
    until: Date
  }) => sql`
    insert into access_token
      (district_id, id, assignment_id, person_id, label, secret_hash, created_at, expires_at)
    values
      (${$.district}, ${$.id}, ${$.assignment}, ${$.person}, ${$.label}, ${$.hash}, ${$.at}, ${$.until})`,
)
