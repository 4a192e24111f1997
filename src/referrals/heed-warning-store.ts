import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const open = statement(
  ($: { district: string; student: string }) => sql<{ id: string }>`
    select id from referral where district_id = ${$.district} and student_id = ${$.student} and ended_at is null
    order by id for no key update`,
)
