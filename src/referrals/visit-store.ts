import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { ReminderPlan, Visit, VisitOffer, VisitResult } from './visit.ts'

const columns = sql`
  id, referral_id as "referralId", student_id as "studentId", partner_id as "partnerId", kind, starts_at as "startsAt",
  minutes, ${opened('appointment.place', 'appointment')} as place, modality, private_space as "privateSpace",
  ${opened('appointment.with_whom', 'appointment')} as "withWhom", booked_by as "bookedBy", booked_at as "bookedAt", result,
  result_at as "resultAt", result_by as "resultBy", replaces_id as "replacesId", late_reason as "lateReason"`

type Of = { district: string; referral: string }
const ofReferral = statement(
  ($: Of) => sql<Visit>`
    select ${columns} from appointment where district_id = ${$.district} and referral_id = ${$.referral}
    order by starts_at, id`,
)
/** Every visit of a referral that reach was judged for, oldest first. */
export const visitsOf = (tx: Transaction, referralId: string): Promise<Visit[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral: referralId })

const add = statement(
  (
    $: Of &
      Record<'id' | 'student' | 'partner' | 'kind' | 'place' | 'modality' | 'by', string> & {
        startsAt: Date
        minutes: number
        privateSpace: boolean
        withWhom: string | null
        at: Date
        replaces: string | null
        late: string | null
        reminder: string
        remindAt: Date
        standard: string
      },
  ) => sql`
    with visit as (insert into appointment (district_id, id, referral_id, student_id, partner_id, kind, starts_at, minutes, place, modality,
      private_space, with_whom, booked_by, booked_at, replaces_id, late_reason)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.kind}, ${$.startsAt}, ${$.minutes},
      ${$.place}, ${$.modality}, ${$.privateSpace}, ${$.withWhom}, ${$.by}, ${$.at}, ${$.replaces}, ${$.late}))
    insert into appointment_reminder (district_id, id, appointment_id, referral_id, student_id, partner_id, due_at, due_standard,
      planned_at)
    values (${$.district}, ${$.reminder}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.remindAt}, ${$.standard}::jsonb,
      ${$.at})`,
)
export type NewVisit = Pick<
  Visit,
  | 'id'
  | 'referralId'
  | 'studentId'
  | 'partnerId'
  | 'kind'
  | 'startsAt'
  | 'minutes'
  | 'place'
  | 'modality'
  | 'privateSpace'
  | 'withWhom'
  | 'replacesId'
  | 'lateReason'
>

/** Books a visit now, for whoever acts, and puts the reminder of its family beside it. */
export const addVisit = (unit: Unit, visit: NewVisit, reminder: ReminderPlan) => {
  const said = { place: visit.place, withWhom: visit.withWhom }
  unit.tx.write(add, {
    district: unit.districtId,
    id: visit.id,
    referral: visit.referralId,
    student: visit.studentId,
    partner: visit.partnerId,
    kind: visit.kind,
    startsAt: visit.startsAt,
    minutes: visit.minutes,
    modality: visit.modality,
    privateSpace: visit.privateSpace,
    ...unit.tx.sealed('appointment', { row: visit.id, of: visit.studentId }, said),
    by: unit.actor.personId as string,
    at: unit.now,
    replaces: visit.replacesId,
    late: visit.lateReason,
    reminder: reminder.id,
    remindAt: reminder.dueAt,
    standard: JSON.stringify(reminder.standard),
  })
}

const setResult = statement(
  ($: { district: string; id: string; result: string; by: string; at: Date }) => sql`
    update appointment set result = ${$.result}, result_by = ${$.by}, result_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id} and result is null`,
)
/**
 * Enters what came of a visit. Its time and place stay as they were. @returns false when it had a result
 * already
 */
export const saveResult = async (unit: Unit, visitId: string, result: VisitResult): Promise<boolean> =>
  (await unit.tx.run(setResult, {
    district: unit.districtId,
    id: visitId,
    result,
    by: unit.actor.personId as string,
    at: unit.now,
  })) === 1

const cancel = statement(
  ($: Of & { result: string; by: string; at: Date }) => sql<Pick<Visit, 'id' | 'kind'>>`
    update appointment set result = ${$.result}, result_by = ${$.by}, result_at = ${$.at}
    where district_id = ${$.district} and referral_id = ${$.referral} and result is null and starts_at > ${$.at}
    returning id, kind`,
)
/**
 * Cancels what a referral still has before it. One whose time has passed stays without a result: nobody said
 * whether it was held. @returns those that were cancelled
 */
export const cancelVisitsToCome = (unit: Unit, referralId: string, result: VisitResult) =>
  unit.tx.all(cancel, {
    district: unit.districtId,
    referral: referralId,
    result,
    by: unit.actor.personId as string,
    at: unit.now,
  })

const offerColumns = sql`
  id, referral_id as "referralId", student_id as "studentId", partner_id as "partnerId", kind, starts_at as "startsAt",
  minutes, ${opened('visit_offer.place', 'visit_offer')} as place, modality,
  ${opened('visit_offer.with_whom', 'visit_offer')} as "withWhom", offered_by as "offeredBy", offered_at as "offeredAt",
  appointment_id as "appointmentId"`
const offers = statement(
  ($: Of) => sql<VisitOffer>`
    select ${offerColumns} from visit_offer where district_id = ${$.district} and referral_id = ${$.referral}
    order by starts_at, id`,
)
/** The times an agency offered for a referral, soonest first, those booked among them. */
export const offersOf = (tx: Transaction, referralId: string): Promise<VisitOffer[]> =>
  tx.all(offers, { district: tx.scope.districtId, referral: referralId })

const addOffers = statement(
  ($: { district: string; rows: string }) => sql`
    insert into visit_offer (district_id, id, referral_id, student_id, partner_id, kind, starts_at, minutes, modality, place,
      with_whom, offered_by, offered_at)
    select ${$.district}::uuid, id, "referralId", "studentId", "partnerId", kind, "startsAt", minutes, modality, place,
      "withWhom", "offeredBy", "offeredAt"
    from jsonb_to_recordset(${$.rows}::jsonb) as t(id uuid, "referralId" uuid, "studentId" uuid, "partnerId" uuid, kind text,
      "startsAt" timestamptz, minutes int, modality text, place text, "withWhom" text, "offeredBy" uuid, "offeredAt" timestamptz)`,
)
export const addVisitOffers = (unit: Unit, rows: readonly Omit<VisitOffer, 'appointmentId'>[]) =>
  unit.tx.run(addOffers, {
    district: unit.districtId,
    rows: JSON.stringify(
      rows.map((row) => unit.tx.sealed('visit_offer', { row: row.id, of: row.studentId }, row)),
    ),
  })

const take = statement(
  ($: { district: string; id: string; visit: string }) => sql`
    update visit_offer set appointment_id = ${$.visit} where district_id = ${$.district} and id = ${$.id}
      and appointment_id is null`,
)
/** @returns false when it was booked already */
export const takeOffer = async (unit: Unit, offerId: string, visitId: string): Promise<boolean> =>
  (await unit.tx.run(take, { district: unit.districtId, id: offerId, visit: visitId })) === 1
