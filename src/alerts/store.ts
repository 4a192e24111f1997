import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { AlertAbout, AlertDirection, SupportAlert } from './alert.ts'

const columns = sql`a.id, a.student_id as "studentId", a.school_id as "schoolId", a.referral_id as "referralId",
  a.partner_id as "partnerId", p.short_name as "partnerName", a.direction, a.about, s.name as "sentByName", a.sent_at as "sentAt",
  a.rung, a.answer_due_at as "answerDueAt", k.name as "acknowledgedByName", a.acknowledged_at as "acknowledgedAt", a.version
  from support_alert a
  join partner p on p.district_id = a.district_id and p.id = a.partner_id
  left join person s on s.district_id = a.district_id and s.id = a.sent_by
  left join person k on k.district_id = a.district_id and k.id = a.acknowledged_by`

const ofStudent = statement(
  ($: { district: string; student: string }) => sql<SupportAlert>`
    select ${columns} where a.district_id = ${$.district} and a.student_id = ${$.student}
    order by a.sent_at desc, a.id desc limit 100`,
)
/** Alerts about a student, the latest first. Reach is judged by the caller. */
export const alertsOfStudent = (tx: Transaction, student: string): Promise<SupportAlert[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student })

const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<SupportAlert>`
    select ${columns} where a.district_id = ${$.district} and a.referral_id = ${$.referral}
    order by a.sent_at desc, a.id desc limit 100`,
)
/** Alerts on one referral, the latest first. What an agency may still read is judged by the caller. */
export const alertsOfReferral = (tx: Transaction, referral: string): Promise<SupportAlert[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral })

const one = statement(
  ($: { district: string; id: string }) => sql<SupportAlert>`
    select ${columns} where a.district_id = ${$.district} and a.id = ${$.id}`,
)
/** One alert. Whose it is to answer is judged by the caller. */
export const findAlert = (tx: Transaction, id: string): Promise<SupportAlert | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

type New = {
  studentId: string
  schoolId: string
  referralId: string
  partnerId: string
  consentId: string
  direction: AlertDirection
  about: AlertAbout
}
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into support_alert (district_id, id, student_id, school_id, referral_id, partner_id, consent_id, direction, about,
      sent_by, sent_at, answer_due_at)
    values (${$.district}, ${$.id}, ${$.studentId}, ${$.schoolId}, ${$.referralId}, ${$.partnerId}, ${$.consentId},
      ${$.direction}, ${$.about}, ${$.by}, ${$.now}, ${$.now})`,
)
/** Keeps an alert; it is due at once to be told to somebody. @returns its id */
export function insertAlert(unit: Unit, alert: New): string {
  const { tx, districtId: district, actor, now } = unit
  const id = unit.id()
  tx.write(insert, { ...alert, district, id, by: actor.personId as string, now })
  return id
}

type Kept = Pick<SupportAlert, 'id' | 'version'>
const climb = statement(
  ($: { district: string; id: string; rung: number; due: Date; version: number }) => sql`
    update support_alert set rung = ${$.rung}, answer_due_at = ${$.due}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** How far up it was told, and by when somebody has it. */
export const saveRung = (
  { tx, districtId: district }: Unit,
  { id, version }: Kept,
  at: { rung: number; due: Date },
): void => tx.write(climb, { district, id, version, ...at })

const take = statement(
  ($: { district: string; id: string; by: string; at: Date }) => sql`
    update support_alert set acknowledged_by = ${$.by}, acknowledged_at = ${$.at}, version = version + 1
    where district_id = ${$.district} and id = ${$.id} and acknowledged_at is null`,
)
/** @returns false when somebody had it already */
export const takeAlert = async (unit: Unit, id: string): Promise<boolean> =>
  (await unit.tx.run(take, {
    district: unit.districtId,
    id,
    by: unit.actor.personId as string,
    at: unit.now,
  })) === 1
