import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Exclusion } from './exclusions.ts'

const exclusions = statement(
  ($: { district: string; schools: readonly string[] | null; since: string }) => sql<Exclusion>`
    select x.student_id as "studentId", x.code, x.starts_on as "startsOn",
      exists (select from referral f where f.district_id = x.district_id and f.student_id = x.student_id and f.ended_at is null)
        as open
    from school_event x join student s on s.district_id = x.district_id and s.id = x.student_id
    where x.district_id = ${$.district} and x.kind = 'exclusion' and not x.taken_back and x.replaced_at is null
      and x.starts_on >= ${$.since}::date and ${withinReach($.schools, 's.school_id')}
      and exists (select from referral f where f.district_id = x.district_id and f.student_id = x.student_id)`,
)
/** Exclusions since a day, of students at schools within reach who were ever referred. */
export const exclusionsOfReferred = (tx: Transaction, actor: Actor, since: string): Promise<Exclusion[]> =>
  tx.all(exclusions, { district: tx.scope.districtId, schools: schoolsInReach(actor), since })
