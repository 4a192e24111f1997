import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Named } from '#platform/choosing.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Visit } from './visit.ts'

/** A referral of the last weeks with the visits the standard looks at. Times come as text in the JSON. */
export type Judged = {
  id: string
  schoolId: string
  schoolName: string
  referredAt: Date
  highNeed: boolean
  visits: (Pick<Visit, 'kind' | 'result'> & { startsAt: string })[]
}

// A successor counts with the first of its chain: one need is one assessment.
const since = statement(
  ($: { district: string; schools: readonly string[]; since: Date }) => sql<Judged>`
    select f.id, c.id as "schoolId", c.name as "schoolName", f.referred_at as "referredAt", f.high_need as "highNeed",
      coalesce((select json_agg(json_build_object('kind', a.kind, 'result', a.result, 'startsAt', a.starts_at))
        from appointment a join referral s on s.district_id = a.district_id and s.id = a.referral_id
        where a.district_id = f.district_id and s.student_id = f.student_id and s.first_referred_at = f.first_referred_at), '[]') as visits
    from referral f join school c on c.district_id = f.district_id and c.id = f.school_id
    where f.district_id = ${$.district} and f.referred_at >= ${$.since} and f.predecessor_id is null
      and f.school_id = any(${$.schools}::uuid[])
    order by c.name, c.id, f.id`,
)

/** Every referral of some schools since an instant, in the order of schools. */
export const referralsSince = (
  tx: Transaction,
  { schools, from }: { schools: readonly string[]; from: Date },
): Promise<Judged[]> => tx.all(since, { district: tx.scope.districtId, schools, since: from })

const referring = statement(
  ($: { district: string; schools: readonly string[] | null; since: Date }) => sql<Named>`
    select c.id, c.name from school c
    where c.district_id = ${$.district} and ${withinReach($.schools, 'c.id')}
      and c.id in (select f.school_id from referral f where f.district_id = c.district_id and f.referred_at >= ${$.since}
        and f.predecessor_id is null)
    order by c.name, c.id`,
)

/** The schools within reach that referred somebody since an instant, by name. */
export const schoolsReferringSince = (tx: Transaction, actor: Actor, from: Date): Promise<Named[]> =>
  tx.all(referring, { district: actor.districtId, schools: schoolsInReach(actor), since: from })
