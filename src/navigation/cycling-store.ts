import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Round } from './cycling.ts'

type Reading = { district: string; schools: readonly string[] | null; since: Date; now: Date }

const rounds = statement(
  ($: Reading) => sql<Round>`
    with own as (
      select f.student_id, count(*)::int as referrals, min(f.first_referred_at) as since,
        count(*) filter (where f.ended_at is not null and f.first_seen_at is null)::int as unconnected
      from referral f
      where f.district_id = ${$.district} and f.predecessor_id is null and f.referred_at between ${$.since} and ${$.now}
        and ${withinReach($.schools, 'f.school_id')}
      group by f.student_id having count(*) > 1)
    select o.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      coalesce(c.name, '') as "schoolName", o.referrals, o.unconnected, o.since,
      (select count(*)::int from appointment a where a.district_id = s.district_id and a.student_id = s.id
        and a.result = 'no_show' and a.starts_at >= o.since) as missed,
      (select count(*)::int from crisis_incident i where i.district_id = s.district_id and i.student_id = s.id
        and i.started_at >= o.since and i.ended_as is null) as crises
    from own o
    join student s on s.district_id = ${$.district} and s.id = o.student_id
    left join school c on c.district_id = s.district_id and c.id = s.school_id
    order by o.referrals desc, s.id limit 500`,
)

/** Students of the schools within reach who were referred more than once since a moment, at most 500. */
export const roundsOf = (
  tx: Transaction,
  actor: Actor,
  { since, now }: { since: Date; now: Date },
): Promise<Round[]> =>
  tx.all(rounds, { district: tx.scope.districtId, schools: schoolsInReach(actor), since, now })
