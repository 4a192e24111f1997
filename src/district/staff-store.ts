import { sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import { notKeptFrom } from '#access/not-kept-store.ts'
import type { Role } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Somebody whose assignment covers a school on a day. */
export type StaffAtSchool = {
  personId: string
  assignmentId: string
  name: string
  phone: string | null
  role: Role
}

const holding = statement(
  ($: {
    district: string
    school: string
    roles: readonly string[]
    about: readonly string[]
    on: string
  }) => sql<StaffAtSchool>`
    select p.id as "personId", a.id as "assignmentId", p.name, p.phone, a.role
    from assignment a join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${$.district} and a.role = any(${$.roles}::text[]) and a.ended_at is null
      and a.starts_on <= ${$.on}::date and (a.ends_on is null or a.ends_on >= ${$.on}::date) and p.ended_at is null
      and a.id in ${covering($.district, sql`= ${$.school}`)} and ${notKeptFrom('p', $.about)}
    order by array_position(${$.roles}::text[], a.role), a.covers_for nulls first, a.starts_on, p.name, p.id`,
)

/**
 * Who holds one of these roles for a school on a day: in the order of the roles, a covering colleague after
 * the one who is covered for.
 * @param about the students it is about: whoever is kept from one of them is left out
 * @param on the district's calendar day, YYYY-MM-DD
 */
export const staffAt = (
  tx: Transaction,
  { schoolId, ...asked }: { schoolId: string; roles: readonly Role[]; about: readonly string[]; on: string },
): Promise<StaffAtSchool[]> => tx.all(holding, { district: tx.scope.districtId, school: schoolId, ...asked })
