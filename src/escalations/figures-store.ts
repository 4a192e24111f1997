import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Counted } from './figures.ts'

const counted = statement(
  ($: { district: string; schools: readonly string[] | null }) => sql<Counted>`
    select e.cause, e.ending, e.opened_at as "openedAt", e.closed_at as "closedAt"
    from escalation e where e.district_id = ${$.district} and ${withinReach($.schools, 'e.school_id')}`,
)

/** Every escalation of the schools within reach, open and closed, without whom it is about. */
export const countedEscalations = (tx: Transaction, actor: Actor): Promise<Counted[]> =>
  tx.all(counted, { district: tx.scope.districtId, schools: schoolsInReach(actor) })
