import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Reading } from './unusual.ts'

/** How somebody is reached. */
export type Reached = { name: string; phone: string | null; email: string | null }

type Colleague = Pick<Reached, 'phone' | 'email'> & { personId: string; schools: string[] }

/** Everybody of the schools, with how they are reached and where they work. */
const staff = statement(
  ($: { district: string }) => sql<Colleague>`
    select p.id as "personId", p.phone, p.email, coalesce(array_agg(distinct y.school_id)
      filter (where y.school_id is not null), '{}') as schools
    from person p
    join assignment a on a.district_id = p.district_id and a.person_id = p.id and a.student_id is null
    left join assignment_school y on y.district_id = a.district_id and y.assignment_id = a.id
    where p.district_id = ${$.district} and p.ended_at is null and p.partner_id is null and a.ended_at is null
    group by p.id, p.phone, p.email`,
)

/** Who signs in as somebody who cares for one of these students. */
const parents = statement(
  ($: { district: string; students: readonly string[] }) => sql<{ studentId: string; personId: string }>`
    select c.student_id as "studentId", c.person_id as "personId" from assignment c
    where c.district_id = ${$.district} and c.student_id = any(${$.students}::uuid[])`,
)

const waysOf = ({ phone, email }: Pick<Reached, 'phone' | 'email'>): string[] =>
  [phone, email].flatMap((way) => (way === null ? [] : [way.toLowerCase()]))

/**
 * Whether a reading is of the child of somebody the reader works with at a school: records that draw eyes.
 * A parent is known by the sign-in of the family, or by the phone or mail they have at work.
 */
export async function colleaguesOf(tx: Transaction, students: readonly string[]) {
  const district = tx.scope.districtId
  const everybody = await tx.all(staff, { district })
  const byId = new Map(everybody.map((one) => [one.personId, one]))
  const byWay = Map.groupBy(
    everybody.flatMap((one) => waysOf(one).map((way) => ({ way, one }))),
    ({ way }) => way,
  )
  const signedIn = Map.groupBy(await tx.all(parents, { district, students }), ({ studentId }) => studentId)
  return (reading: Pick<Reading, 'personId' | 'studentId'>, family: readonly Reached[]): boolean => {
    const reader = byId.get(reading.personId)
    const known = family.flatMap(waysOf).flatMap((way) => byWay.get(way)?.map(({ one }) => one) ?? [])
    const own = (signedIn.get(reading.studentId) ?? []).flatMap(({ personId }) => byId.get(personId) ?? [])
    return [...known, ...own].some(
      ({ personId, schools }) =>
        personId !== reading.personId && schools.some((school) => reader?.schools.includes(school)),
    )
  }
}
