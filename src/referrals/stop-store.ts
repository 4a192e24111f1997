import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** An agency is told to send nothing more about a student, and says that it has read so. */
export type StopNotice = {
  id: string
  referralId: string
  studentId: string
  partnerId: string
  because: 'consent_revoked' | 'withdrawn' | 'ended'
  madeAt: Date
  dueAt: Date
  acknowledgedBy: string | null
  acknowledgedAt: Date | null
}

type Row = Record<'district' | 'id' | 'referral' | 'student' | 'partner' | 'because', string> & {
  at: Date
  due: Date
}
const add = statement(
  ($: Row) => sql`
    insert into stop_notice (district_id, id, referral_id, student_id, partner_id, because, made_at, due_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.because}, ${$.at}, ${$.due})`,
)
export type NewStop = Pick<StopNotice, 'referralId' | 'studentId' | 'partnerId' | 'because' | 'dueAt'>

/** Tells the agency. The act records a trace whose subject is the referral. */
export const addStopNotice = (unit: Unit, { referralId, studentId, partnerId, because, dueAt }: NewStop) =>
  unit.tx.run(add, {
    district: unit.districtId,
    id: unit.id(),
    referral: referralId,
    student: studentId,
    partner: partnerId,
    because,
    at: unit.now,
    due: dueAt,
  })

const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<StopNotice>`
    select id, referral_id as "referralId", student_id as "studentId", partner_id as "partnerId", because, made_at as "madeAt",
      due_at as "dueAt", acknowledged_by as "acknowledgedBy", acknowledged_at as "acknowledgedAt"
    from stop_notice where district_id = ${$.district} and referral_id = ${$.referral} order by made_at, id`,
)
export const stopNoticesOf = (tx: Transaction, referralId: string): Promise<StopNotice[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral: referralId })

const read = statement(
  ($: { district: string; referral: string; by: string; at: Date }) => sql`
    update stop_notice set acknowledged_by = ${$.by}, acknowledged_at = ${$.at}
    where district_id = ${$.district} and referral_id = ${$.referral} and acknowledged_at is null`,
)
/** @returns how many notices were read by this */
export const acknowledgeStops = (unit: Unit, referralId: string): Promise<number> =>
  unit.tx.run(read, {
    district: unit.districtId,
    referral: referralId,
    by: unit.actor.personId as string,
    at: unit.now,
  })
