import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type Asked = { district: string; schools: readonly string[] | null; since: Date; now: Date }
export type Declined = { reason: string; count: number }

const declined = statement(
  ($: Asked) => sql<Declined>`
    select u.reason, count(*)::int as count
    from referral f
    join referral_status u on u.district_id = f.district_id and u.referral_id = f.id
    where f.district_id = ${$.district} and f.referred_at between ${$.since} and ${$.now}
      and ${withinReach($.schools, 'f.school_id')}
      and u.status = 'not_accepted' and u.reason is not null
    group by u.reason order by count desc, u.reason`,
)

/** How often an agency could not accept what was referred since a moment, by its coded reason [R040]. */
export const declinedSince = (
  tx: Transaction,
  actor: Actor,
  { since, now }: Pick<Asked, 'since' | 'now'>,
): Promise<Declined[]> =>
  tx.all(declined, { district: tx.scope.districtId, schools: schoolsInReach(actor), since, now })
