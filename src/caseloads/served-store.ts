import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import { consentsToCoordinate } from '#consent/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { isCoordinated } from './coordinator-store.ts'
import { type Caseload, caseloadOf, type Served, type Serving } from './served.ts'

type Asked = {
  district: string
  now: Date
  schools: readonly string[] | null
  person: string | null
  student: string | null
}
const served = statement(
  ($: Asked) => sql<Served>`
    select f.id as "referralId", f.number, f.student_id as "studentId", s.grade, f.school_id as "schoolId",
      coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName", c.name as "schoolName",
      f.partner_id as "partnerId", p.short_name as "partnerName",
      (select min(v.starts_at) from appointment v where v.district_id = f.district_id and v.referral_id = f.id
        and v.result is null and v.starts_at > ${$.now}) as "nextVisitAt",
      array_remove(array[
        case when exists (select from brief_support b where b.district_id = f.district_id and b.student_id = f.student_id
          and b.ended_at is null) then 'support' end,
        case when exists (select from barrier b where b.district_id = f.district_id and b.referral_id = f.id
          and b.resolved_at is null) then 'barrier' end,
        case when exists (select from practical_support t where t.district_id = f.district_id and t.referral_id = f.id
          and t.ended_at is null) then 'help' end], null) as needs
    from referral f
    join student s on s.district_id = f.district_id and s.id = f.student_id
    join school c on c.district_id = f.district_id and c.id = f.school_id
    join partner p on p.district_id = f.district_id and p.id = f.partner_id
    where f.district_id = ${$.district} and f.accepted_at is not null and f.ended_at is null
      and ${withinReach($.schools, 'f.school_id')} and (${$.student}::uuid is null or f.student_id = ${$.student})
      and case when ${$.person}::uuid is null then ${isCoordinated($, { school: 'f.school_id', partner: 'f.partner_id' })}
        else exists (select from agency_coordinator k where k.district_id = f.district_id and k.partner_id = f.partner_id
          and k.person_id = ${$.person} and k.relieved_at is null) end
    order by s.family_name, f.id`,
)

/** Everybody of a caseload: whoever was cut from it would be on no agenda, and in no count. */
async function caseload(tx: Transaction, asked: Omit<Asked, 'district'>): Promise<Caseload> {
  const rows = await tx.all(served, { district: tx.scope.districtId, ...asked })
  const sent = rows.map(({ referralId: id, partnerId }) => ({ id, partnerId }))
  return caseloadOf(rows, await consentsToCoordinate(tx, sent, asked.now))
}

/** What somebody coordinates: their agencies, at the schools of their assignment [R159] [R160]. */
export const ownCaseload = (tx: Transaction, actor: Actor, now: Date): Promise<Caseload> =>
  caseload(tx, { now, schools: schoolsInReach(actor), person: actor.personId, student: null })

/** What the care coordinators of some schools coordinate there together. */
export const caseloadAt = (tx: Transaction, schools: readonly string[], now: Date): Promise<Caseload> =>
  caseload(tx, { now, schools, person: null, student: null })

/** The agencies of one student that are coordinated at some schools, as far as the family agreed. */
export const servingOf = async (
  tx: Transaction,
  { schools, studentId, now }: { schools: readonly string[]; studentId: string; now: Date },
): Promise<readonly Serving[]> => {
  const { students } = await caseload(tx, { now, schools, person: null, student: studentId })
  return students.flatMap(({ agencies }) => agencies)
}

/** How many students an agency serves at the schools within reach, and whether somebody coordinates there. */
export type AgencyCount = {
  readonly partnerId: string
  readonly partnerName: string
  readonly students: number
  /** Of those, how many nobody coordinates. */
  readonly uncoordinated: number
  /** Whose care has begun; of those, how many have a complete plan and reached its first milestone [R164]. */
  readonly inCare: number
  readonly planned: number
  readonly reached: number
}
const told = (milestone: string) => sql`exists (select from treatment_milestone m
  where m.district_id = f.district_id and m.referral_id = f.id and m.milestone = ${milestone})`
const inCare = sql`f.first_seen_at is not null`
const counts = statement(
  ($: Omit<Asked, 'person' | 'student'>) => sql<AgencyCount>`
    select p.id as "partnerId", p.name as "partnerName", count(distinct f.student_id)::int as students,
      count(distinct f.student_id) filter (where not ${isCoordinated($, { school: 'f.school_id', partner: 'f.partner_id' })})::int
        as uncoordinated,
      count(distinct f.student_id) filter (where ${inCare})::int as "inCare",
      count(distinct f.student_id) filter (where ${inCare} and ${told('plan_completed')})::int as planned,
      count(distinct f.student_id) filter (where ${inCare} and ${told('first_reached')})::int as reached
    from partner p
    join referral f on f.district_id = p.district_id and f.partner_id = p.id and f.accepted_at is not null
      and f.ended_at is null and ${withinReach($.schools, 'f.school_id')}
    where p.district_id = ${$.district} group by p.id, p.name order by p.name, p.id`,
)

/** Each agency that serves somebody, with how many: what nobody coordinates is a gap. */
export const agencyCounts = (tx: Transaction, actor: Actor, now: Date): Promise<AgencyCount[]> =>
  tx.all(counts, { district: tx.scope.districtId, schools: schoolsInReach(actor), now })
