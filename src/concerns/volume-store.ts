import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Routed } from './volume.ts'

type Asked = { district: string; schools: readonly string[] | null; since: Date; now: Date }

const routed = statement(
  ($: Asked) => sql<Routed>`
    select d.tier, d.chosen as path, count(*)::int as count from triage_decision d
    where d.district_id = ${$.district} and d.decided_at between ${$.since} and ${$.now}
      and ${withinReach($.schools, 'd.school_id')}
    group by d.tier, d.chosen`,
)

/** How many decisions were made since a moment at the schools within reach, by tier and path. */
export const routedSince = (
  tx: Transaction,
  actor: Actor,
  { since, now }: Pick<Asked, 'since' | 'now'>,
): Promise<Routed[]> =>
  tx.all(routed, { district: tx.scope.districtId, schools: schoolsInReach(actor), since, now })
