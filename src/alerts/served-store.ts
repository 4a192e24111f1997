import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** A referral an agency accepted and that goes on: between the two, alerts can be sent. */
export type Served = {
  readonly id: string
  readonly number: number
  readonly studentId: string
  readonly schoolId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly highNeed: boolean
}
const columns = sql`f.id, f.number, f.student_id as "studentId", f.school_id as "schoolId", f.partner_id as "partnerId",
  p.short_name as "partnerName", f.high_need as "highNeed"
  from referral f join partner p on p.district_id = f.district_id and p.id = f.partner_id`

const ofStudent = statement(
  ($: { district: string; student: string }) => sql<Served>`
    select ${columns} where f.district_id = ${$.district} and f.student_id = ${$.student} and f.accepted_at is not null
      and f.ended_at is null order by p.short_name, f.id`,
)
/** The referrals of a student that an agency has. Reach is judged by the caller. */
export const servedOf = (tx: Transaction, student: string): Promise<Served[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student })

const one = statement(
  ($: { district: string; id: string }) => sql<Served>`
    select ${columns} where f.district_id = ${$.district} and f.id = ${$.id} and f.accepted_at is not null and f.ended_at is null`,
)
/** One referral that an agency has. Whose it is is judged by the caller. */
export const findServed = (tx: Transaction, id: string): Promise<Served | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })
