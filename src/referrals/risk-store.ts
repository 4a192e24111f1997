import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const known = statement(
  ($: { district: string; student: string; predecessor: string | null }) => sql<{ risk: boolean }>`
    select exists (select from referral f where f.district_id = ${$.district} and f.student_id = ${$.student}
        and f.high_risk_at is not null and (f.ended_at is null or f.id = ${$.predecessor}::uuid))
      or exists (select from brief_support b where b.district_id = ${$.district} and b.student_id = ${$.student}
        and b.high_risk_at is not null and b.ended_at is null)
      or exists (select from crisis_incident i where i.district_id = ${$.district} and i.student_id = ${$.student}
        and i.state <> 'closed') as risk`,
)

export const calm = statement(
  ($: { district: string; student: string }) => sql<{ id: string }>`
    select id from referral
    where district_id = ${$.district} and student_id = ${$.student} and ended_at is null and high_risk_at is null
    order by id for no key update`,
)
export const raise = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update referral set high_risk_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
