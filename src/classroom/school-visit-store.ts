import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Purpose, SchoolVisit } from './school-visit.ts'

const ofStudent = statement(
  ($: { district: string; student: string }) => sql<SchoolVisit>`
    select v.id, v.referral_id as "referralId", a.short_name as "partnerName", v.purpose, v.visited_on as "visitedOn",
      c.given_at as "agreedAt", p.name as "loggedByName", v.logged_at as "loggedAt"
    from school_visit v
    join partner a on a.district_id = v.district_id and a.id = v.partner_id
    join consent c on c.district_id = v.district_id and c.id = v.consent_id
    join person p on p.district_id = v.district_id and p.id = v.logged_by
    where v.district_id = ${$.district} and v.student_id = ${$.student}
    order by v.visited_on desc, v.logged_at desc, v.id desc limit 100`,
)
/** Visits of agencies to the school for a student, the latest day first. Reach is judged by the caller. */
export const schoolVisitsOf = (tx: Transaction, student: string): Promise<SchoolVisit[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student })

type New = {
  studentId: string
  schoolId: string
  referralId: string
  partnerId: string
  consentId: string
  purpose: Purpose
  visitedOn: string
}
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into school_visit (district_id, id, student_id, school_id, referral_id, partner_id, consent_id, purpose, visited_on,
      logged_by, logged_at)
    values (${$.district}, ${$.id}, ${$.studentId}, ${$.schoolId}, ${$.referralId}, ${$.partnerId}, ${$.consentId}, ${$.purpose},
      ${$.visitedOn}::date, ${$.by}, ${$.now})`,
)
/** Keeps a visit. @returns its id */
export function insertSchoolVisit(unit: Unit, visit: New): string {
  const { tx, districtId: district, actor, now } = unit
  const id = unit.id()
  tx.write(insert, { ...visit, district, id, by: actor.personId as string, now })
  return id
}

/** A referral that an agency has, with the school it is of. */
export type Hosted = {
  readonly id: string
  readonly schoolId: string
  readonly partnerId: string
  readonly partnerName: string
}
const hosted = statement(
  ($: { district: string; student: string }) => sql<Hosted>`
    select f.id, f.school_id as "schoolId", f.partner_id as "partnerId", p.short_name as "partnerName"
    from referral f join partner p on p.district_id = f.district_id and p.id = f.partner_id
    where f.district_id = ${$.district} and f.student_id = ${$.student} and f.accepted_at is not null and f.ended_at is null
    order by p.short_name, f.id`,
)
/** The referrals of a student whose agency may come to school. Reach is judged by the caller. */
export const hostedFor = (tx: Transaction, student: string): Promise<Hosted[]> =>
  tx.all(hosted, { district: tx.scope.districtId, student })
