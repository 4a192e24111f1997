import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Escalation } from './escalation.ts'

/** A crisis that was started from an escalation. */
export type Risen = {
  readonly incidentId: string
  readonly saidAt: Date
  readonly saidByName: string
  readonly closedAt: Date | null
}

const all = statement(
  ($: { district: string; id: string }) => sql<Risen>`
    select x.incident_id as "incidentId", x.said_at as "saidAt", p.name as "saidByName", i.closed_at as "closedAt"
    from escalation_crisis x
    join crisis_incident i on i.district_id = x.district_id and i.id = x.incident_id and i.student_id = x.student_id
      and i.ended_as is distinct from 'another_student'
    join person p on p.district_id = x.district_id and p.id = x.said_by
    where x.district_id = ${$.district} and x.escalation_id = ${$.id} order by x.said_at, x.incident_id`,
)
/** The crises started from an escalation, the first first; none that turned out to be about somebody else. */
export const risenFrom = (tx: Transaction, escalationId: string): Promise<Risen[]> =>
  tx.all(all, { district: tx.scope.districtId, id: escalationId })

type New = Record<'district' | 'escalation' | 'incident' | 'student' | 'by', string> & { at: Date }
const add = statement(
  ($: New) => sql`
    insert into escalation_crisis (district_id, escalation_id, incident_id, student_id, said_by, said_at)
    values (${$.district}, ${$.escalation}, ${$.incident}, ${$.student}, ${$.by}, ${$.at})
    on conflict (district_id, escalation_id, incident_id) do nothing`,
)
/** Links the two; once, however often it is said. @returns whether it is new */
export const linkCrisis = async (
  { tx, districtId, actor, now }: Unit,
  { id, studentId }: Pick<Escalation, 'id' | 'studentId'>,
  incident: string,
): Promise<boolean> =>
  1 ===
  (await tx.run(add, {
    district: districtId,
    escalation: id,
    incident,
    student: studentId,
    by: actor.personId as string,
    at: now,
  }))
