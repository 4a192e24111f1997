import { sql } from 'kysely'
import type { Role } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Somebody who holds a role at a school today. */
export type StaffLine = { id: string; name: string; role: Role; phone: string | null }

const holders = statement(
  ($: { district: string; school: string; roles: readonly string[]; now: Date }) => sql<StaffLine>`
    select id, name, role, phone from (
      select distinct on (p.id) p.id, p.name, a.role, p.phone, array_position(${$.roles}::text[], a.role) as place,
        a.position, a.whole_district, a.starts_on
      from assignment a
      join person p on p.district_id = a.district_id and p.id = a.person_id
      join district d on d.district_id = a.district_id
      where a.district_id = ${$.district} and a.role = any(${$.roles}::text[]) and p.ended_at is null
        and (a.ended_at is null or a.ended_at > ${$.now})
        and a.starts_on <= (${$.now}::timestamptz at time zone d.time_zone)::date
        and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)
        and (a.whole_district or exists (select 1 from assignment_school s where s.district_id = a.district_id
          and s.assignment_id = a.id and s.school_id = ${$.school}))
      order by p.id, place, a.position, a.whole_district desc, a.starts_on
    ) held order by place, position, whole_district desc, starts_on, id`,
)

/**
 * Who holds one of the roles at a school now: in the order of the roles, then the one who leads before
 * those who stand in, then the one who answers for the whole district.
 */
export const staffAt = (
  tx: Transaction,
  { schoolId, roles, now }: { schoolId: string; roles: readonly Role[]; now: Date },
): Promise<StaffLine[]> => tx.all(holders, { district: tx.scope.districtId, school: schoolId, roles, now })
