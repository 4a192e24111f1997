import { sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import { notKeptFrom } from '#access/not-kept-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { navigatingStaff } from './navigate.ts'

export type NavigatorChoice = { id: string; name: string; role: string }

const navigators = statement(
  ($: { district: string; school: string; about: readonly string[]; now: Date }) => sql<NavigatorChoice>`
    select distinct on (p.name, p.id) p.id, p.name, a.role from assignment a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    join district d on d.district_id = a.district_id
    where a.district_id = ${$.district} and a.role = any(${navigatingStaff}::text[])
      and p.ended_at is null and (a.ended_at is null or a.ended_at > ${$.now})
      and a.starts_on <= (${$.now} at time zone d.time_zone)::date
      and (a.ends_on is null or a.ends_on >= (${$.now} at time zone d.time_zone)::date)
      and a.id in ${covering($.district, sql`= ${$.school}`)} and ${notKeptFrom('p', $.about)}
    order by p.name, p.id, a.role`,
)

/**
 * Everybody whose assignment in force lets them own a handoff at a school, by name.
 * @param about the students it is about: whoever is kept from one of them is left out
 */
export const listNavigators = (
  tx: Transaction,
  { schoolId, about, now }: { schoolId: string; about: readonly string[]; now: Date },
): Promise<NavigatorChoice[]> =>
  tx.all(navigators, { district: tx.scope.districtId, school: schoolId, about, now })
