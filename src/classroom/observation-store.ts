import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Observed } from './class-time.ts'

/** Somebody in a teacher's class: whom they raised a concern about, or agreed on times of class for. */
export type Taught = { readonly studentId: string; readonly studentName: string; readonly schoolId: string }
const taught = statement(
  ($: { district: string; person: string; schools: readonly string[] | null }) => sql<Taught>`
    select s.id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      s.school_id as "schoolId"
    from student s
    where s.district_id = ${$.district} and s.school_id is not null and ${withinReach($.schools, 's.school_id')}
      and (exists (select from concern c where c.district_id = s.district_id and c.student_id = s.id
          and c.reporter_id = ${$.person})
        or exists (select from class_time t where t.district_id = s.district_id and t.student_id = s.id
          and t.teacher_id = ${$.person} and t.ended_at is null))
      and not exists (select from access_block b where b.district_id = s.district_id and b.student_id = s.id
        and b.person_id = ${$.person} and b.lifted_at is null)
    order by s.family_name, s.id limit 200`,
)

/** The students a teacher may pass something on about. */
export const taughtBy = (tx: Transaction, actor: Actor): Promise<Taught[]> =>
  tx.all(taught, {
    district: tx.scope.districtId,
    person: actor.personId as string,
    schools: schoolsInReach(actor),
  })

/** A referral an agency accepted and that goes on. */
export type Served = { readonly id: string; readonly partnerId: string }
const served = statement(
  ($: { district: string; student: string }) => sql<Served>`
    select f.id, f.partner_id as "partnerId" from referral f
    where f.district_id = ${$.district} and f.student_id = ${$.student} and f.accepted_at is not null and f.ended_at is null
    order by f.id`,
)
export const servedReferrals = (tx: Transaction, student: string): Promise<Served[]> =>
  tx.all(served, { district: tx.scope.districtId, student })

type New = {
  studentId: string
  schoolId: string
  referralId: string
  partnerId: string
  consentId: string
  observed: readonly Observed[]
  seenOn: string
}
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into class_observation (district_id, id, student_id, school_id, referral_id, partner_id, consent_id, observed,
      seen_on, told_by, told_at)
    values (${$.district}, ${$.id}, ${$.studentId}, ${$.schoolId}, ${$.referralId}, ${$.partnerId}, ${$.consentId},
      ${$.observed}::text[], ${$.seenOn}::date, ${$.by}, ${$.now})`,
)

/** Keeps what was told to one agency. */
export function insertObservation(unit: Unit, told: New): void {
  const { tx, districtId: district, actor, now } = unit
  tx.write(insert, { ...told, district, id: unit.id(), by: actor.personId as string, now })
}

/** What an agency was told, the latest day first: no name of a teacher. */
export type ToldObservation = {
  readonly id: string
  readonly observed: readonly Observed[]
  readonly seenOn: string
  readonly toldAt: Date
}
const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<ToldObservation>`
    select id, observed, seen_on as "seenOn", told_at as "toldAt" from class_observation
    where district_id = ${$.district} and referral_id = ${$.referral} order by seen_on desc, told_at desc, id desc limit 20`,
)
/** What was told on a referral. Whether it may still be read is judged by the caller, at each reading. */
export const observationsOf = (tx: Transaction, referral: string): Promise<ToldObservation[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral })
