import { sql } from 'kysely'
import { type Actor } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Visit } from './visit.ts'

/** A referral of the last weeks with the visits the standard looks at. Times come as text in the JSON. */
export type Judged = {
  schoolName: string
  referredAt: Date
  highNeed: boolean
  visits: (Pick<Visit, 'kind' | 'result'> & { startsAt: string })[]
}

// A successor counts with the first of its chain: one need is one assessment.
const since = statement(
  ($: { district: string; schools: readonly string[] | null; since: Date }) => sql<Judged>`
    select c.name as "schoolName", f.referred_at as "referredAt", f.high_need as "highNeed",
      coalesce((select json_agg(json_build_object('kind', a.kind, 'result', a.result, 'startsAt', a.starts_at))
        from appointment a join referral s on s.district_id = a.district_id and s.id = a.referral_id
        where a.district_id = f.district_id and s.student_id = f.student_id and s.first_referred_at = f.first_referred_at), '[]') as visits
    from referral f join school c on c.district_id = f.district_id and c.id = f.school_id
    where f.district_id = ${$.district} and f.referred_at >= ${$.since} and f.predecessor_id is null
      and (${$.schools}::uuid[] is null or f.school_id = any(${$.schools}::uuid[]))
    order by c.name, f.id`,
)

/** Every referral within reach since an instant, in the order of schools. */
export const referralsSince = (tx: Transaction, actor: Actor, from: Date): Promise<Judged[]> =>
  tx.all(since, { district: actor.districtId, schools: actor.schoolIds, since: from })
