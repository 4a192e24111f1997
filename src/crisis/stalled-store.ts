import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const before = statement(
  ($: { district: string; incident: string; schools: readonly string[] | null }) => sql<{ id: string }>`
    select e.id from escalation_crisis x
    join escalation e on e.district_id = x.district_id and e.id = x.escalation_id
    join crisis_incident i on i.district_id = x.district_id and i.id = x.incident_id and i.student_id = x.student_id
      and i.ended_as is distinct from 'another_student'
    where x.district_id = ${$.district} and x.incident_id = ${$.incident} and ${withinReach($.schools, 'e.school_id')}
    order by x.said_at, e.id`,
)

/**
 * The stalled loops from which it was said that risk has risen, within the actor's reach. Where the incident
 * turned out to be about somebody else, none.
 */
export const stalledBefore = async (tx: Transaction, actor: Actor, incident: string): Promise<string[]> =>
  (await tx.all(before, { district: tx.scope.districtId, incident, schools: schoolsInReach(actor) })).map(
    ({ id }) => id,
  )
