import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Way } from './funnel.ts'
import type { Need } from './way-figures.ts'

type Asked = { district: string; schools: readonly string[] | null; since: Date; now: Date }

// One row for each need: the first referral of a chain, what any of the chain reached, how the last stands.
const ways = statement(
  ($: Asked) => sql<Way & Need>`
    with recursive line as (
      select f.id as first_id, f.*, 1 as place from referral f
      where f.district_id = ${$.district} and f.predecessor_id is null and f.referred_at between ${$.since} and ${$.now}
        and ${withinReach($.schools, 'f.school_id')}
      union all
      select l.first_id, n.*, l.place + 1 from line l
      join referral n on n.district_id = l.district_id and n.predecessor_id = l.id and n.referred_at <= ${$.now}),
    last as (select distinct on (first_id) * from line order by first_id, place desc, id desc)
    select jsonb_build_object('received', bool_or(l.received_at is not null), 'accepted', bool_or(l.accepted_at is not null),
        'scheduled', bool_or(l.scheduled_at is not null), 'seen', bool_or(l.first_seen_at is not null),
        'engaged', bool_or(l.engaged_at is not null)) as reached,
      case when bool_or(o.seen) then 'seen' when bool_or(o.seen is not null) then 'named' end as outside,
      z.ended_at is not null or z.state = 'disengaged' or bool_or(s.stopped) as over,
      coalesce(e.attributed_to, e.ending, max(s.reason)) as reason,
      min(l.first_referred_at) as "referredAt", min(l.first_seen_at) as "firstSeenAt", bool_or(l.repeat_of_id is not null) as repeats
    from line l
    join last z on z.first_id = l.first_id
    left join lateral (select bool_or(q.outcome is not distinct from 'seen') as seen from outside_provider q
      where q.district_id = l.district_id and q.referral_id = l.id and q.named_at <= ${$.now}) o on true
    left join referral_ending e on e.district_id = z.district_id and e.referral_id = z.id and e.ending <> 'connected'
    left join lateral (select u.status = 'ongoing_engagement' as stopped,
        case when u.status = 'ongoing_engagement' then 'not_engaged' else coalesce(u.reason, 'disengaged') end as reason
      from referral_status u where u.district_id = z.district_id and u.referral_id = z.id
        and (u.status = 'disengaged' or (u.status = 'ongoing_engagement' and not u.answer))
      order by u.entered_at desc, u.id desc limit 1) s on z.state in ('disengaged', 'in_service')
    group by l.first_id, z.ended_at, z.state, e.attributed_to, e.ending`,
)

/** Every need that was referred since a moment at the schools within reach, and how far it came. */
export const waysSince = (
  tx: Transaction,
  actor: Actor,
  { since, now }: Pick<Asked, 'since' | 'now'>,
): Promise<(Way & Need)[]> =>
  tx.all(ways, { district: tx.scope.districtId, schools: schoolsInReach(actor), since, now })
