import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { notKeptFrom } from '#access/not-kept.ts'
import { withinReach } from '#access/reach.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { studentsKeptFrom } from '#people/contract.ts'

/** One piece of open work whose owner does not work at its school any more, or is kept from its student. */
export type LeftWork = {
  kind: 'referral' | 'support' | 'concern'
  id: string
  personId: string
  personName: string
  schoolId: string
  schoolName: string
  /** None for a concern: a student's own request is for triage staff to read [R004]. */
  studentId: string | null
  studentName: string | null
  /** How people call a referral on the phone. */
  number: number | null
  focus: string | null
}

type Values = { district: string; schools: readonly string[] | null; now: Date; limit: number }

const left = statement(
  ($: Values) => sql<LeftWork>`
    select w.kind, w.id, w.person_id as "personId", p.name as "personName", w.school_id as "schoolId", c.name as "schoolName",
      w.student_id as "studentId", s.given_name || ' ' || s.family_name as "studentName", w.number, w.focus
    from (
      select 'referral' as kind, district_id, id, navigator_id as person_id, school_id, student_id, student_id as about, number::int, null as focus
      from referral where district_id = ${$.district} and ended_at is null
      union all
      select 'support', district_id, id, owner_id, school_id, student_id, student_id, null,
        ${opened('brief_support.focus', 'brief_support')}
      from brief_support where district_id = ${$.district} and ended_at is null
      union all
      select 'concern', district_id, id, acknowledged_by, school_id, null, student_id, null, null
      from concern where district_id = ${$.district} and state = 'acknowledged' and acknowledged_by is not null) w
    join person p on p.district_id = w.district_id and p.id = w.person_id
    join school c on c.district_id = w.district_id and c.id = w.school_id
    left join student s on s.district_id = w.district_id and s.id = w.student_id
    join district d on d.district_id = w.district_id
    where ${withinReach($.schools, 'w.school_id')}
      and (p.ended_at is not null or not exists (
        select from assignment a where a.district_id = w.district_id and a.person_id = w.person_id
          and (a.ended_at is null or a.ended_at > ${$.now})
          and (a.ends_on is null or a.ends_on >= (${$.now} at time zone d.time_zone)::date)
          and (a.whole_district or exists (select from assignment_school l
            where l.district_id = a.district_id and l.assignment_id = a.id and l.school_id = w.school_id)))
        or not (${notKeptFrom('p', sql`array[w.about]`)}))
    order by p.name, w.person_id, c.name, w.school_id, w.kind, w.id limit ${$.limit}`,
)

/** Open work that waits for somebody, by who left it and where, at the schools within reach. */
export const findLeftWork = (
  tx: Transaction,
  actor: Actor,
  { now, limit }: { now: Date; limit: number },
): Promise<LeftWork[]> =>
  tx.all(left, { district: tx.scope.districtId, schools: schoolsInReach(actor), now, limit })

const leftBy = statement(
  ($: { district: string; person: string; school: string; now: Date }) => sql<{ here: boolean }>`
    select exists (
      select from assignment a join person p on p.district_id = a.district_id and p.id = a.person_id
      join district d on d.district_id = a.district_id
      where a.district_id = ${$.district} and a.person_id = ${$.person} and p.ended_at is null
        and (a.ended_at is null or a.ended_at > ${$.now})
        and (a.ends_on is null or a.ends_on >= (${$.now} at time zone d.time_zone)::date)
        and (a.whole_district or exists (select from assignment_school l where l.district_id = a.district_id
          and l.assignment_id = a.id and l.school_id = ${$.school}))) as here`,
)
const referrals = statement(
  ($: { district: string; person: string; school: string; students: readonly string[] | null }) => sql<{
    id: string
  }>`
    select id from referral where district_id = ${$.district} and navigator_id = ${$.person}
      and school_id = ${$.school} and ended_at is null
      and (${$.students}::uuid[] is null or student_id = any(${$.students}::uuid[])) order by id`,
)

/**
 * Of which students somebody left their work at a school: of all of them, as null, where they do not work
 * there any more; else of those they are kept from.
 */
export async function studentsLeft(
  tx: Transaction,
  { personId, schoolId, now }: { personId: string; schoolId: string; now: Date },
): Promise<readonly string[] | null> {
  const asked = { district: tx.scope.districtId, person: personId, school: schoolId, now }
  return (await tx.one(leftBy, asked)).here ? studentsKeptFrom(tx, personId) : null
}

/** The open referrals somebody owns at a school, of every student or of some. */
export const openReferralsOf = async (
  tx: Transaction,
  {
    personId,
    schoolId,
    students,
  }: { personId: string; schoolId: string; students: readonly string[] | null },
): Promise<string[]> => {
  const asked = { district: tx.scope.districtId, person: personId, school: schoolId, students }
  return (await tx.all(referrals, asked)).map(({ id }) => id)
}
