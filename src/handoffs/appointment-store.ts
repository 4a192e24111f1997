import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Appointment, Flexibility } from './appointment.ts'

const columns = sql`
  a.id, a.referral_id as "referralId", a.student_id as "studentId", a.partner_id as "partnerId", a.kind, a.starts_at as "startsAt",
  a.minutes, ${opened('appointment.place', 'a')} as place, a.modality, a.private_space as "privateSpace",
  ${opened('appointment.with_whom', 'a')} as "withWhom", a.flexible, a.late_reason as "lateReason", a.booked_by as "bookedBy",
  p.name as "bookedByName", a.booked_at as "bookedAt", a.result, a.result_at as "resultAt", a.result_by as "resultBy",
  a.replaces_id as "replacesId"`
const tables = sql`
  appointment a join person p on p.district_id = a.district_id and p.id = a.booked_by`

const of = statement(
  ($: { district: string; referral: string }) => sql<Appointment>`
    select ${columns} from ${tables} where a.district_id = ${$.district} and a.referral_id = ${$.referral}
    order by a.starts_at, a.id`,
)
/** Every visit of a referral, soonest first, with what came of it. */
export const appointmentsOf = (tx: Transaction, referralId: string): Promise<Appointment[]> =>
  tx.all(of, { district: tx.scope.districtId, referral: referralId })

const firstOf = statement(
  ($: { district: string; referral: string }) => sql<Appointment>`
    select ${columns} from ${tables}
    where a.district_id = ${$.district} and a.referral_id = ${$.referral}
      and a.kind in ('intake', 'assessment', 'first_treatment') and (a.result is null or a.result = 'attended')
    order by a.starts_at, a.id limit 1`,
)
/**
 * The first visit that is booked or was held, or undefined. One that was missed or cancelled does not count.
 */
export const firstVisitOf = (tx: Transaction, referralId: string): Promise<Appointment | undefined> =>
  tx.maybe(firstOf, { district: tx.scope.districtId, referral: referralId })

const referralOf = statement(
  ($: { district: string; id: string }) => sql<{ referralId: string }>`
    select referral_id as "referralId" from appointment where district_id = ${$.district} and id = ${$.id}`,
)
/** The referral of a visit, or undefined; reach is judged on the referral. */
export const findReferralOf = async (tx: Transaction, appointmentId: string): Promise<string | undefined> =>
  (await tx.maybe(referralOf, { district: tx.scope.districtId, id: appointmentId }))?.referralId

const note = statement(
  ($: { district: string; id: string; flexible: readonly string[] }) => sql`
    update appointment set flexible = ${$.flexible}::text[] where district_id = ${$.district} and id = ${$.id}`,
)
/** Adds to a visit just booked what makes it easier to keep. */
export const noteBooking = ({ tx, districtId }: Unit, id: string, flexible: readonly Flexibility[]) =>
  tx.write(note, { district: districtId, id, flexible })
