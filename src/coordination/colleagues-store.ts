import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

/** How somebody is reached. */
export type Reached = { name: string; phone: string | null; email: string | null }

type Colleague = Pick<Reached, 'phone' | 'email'> & { personId: string; schools: string[] }

/** Everybody of the schools, with how they are reached and where they work. */
export const staff = statement(
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
export const parents = statement(
  ($: { district: string; students: readonly string[] }) => sql<{ studentId: string; personId: string }>`
    select c.student_id as "studentId", c.person_id as "personId" from assignment c
    where c.district_id = ${$.district} and c.student_id = any(${$.students}::uuid[])`,
)
