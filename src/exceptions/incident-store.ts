import { sql } from 'kysely'
import { schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'

const ofStudent = statement(
  ($: { district: string; schools: readonly string[] | null; incident: string; student: string }) => sql`
    select from crisis_incident i where i.district_id = ${$.district} and i.id = ${$.incident} and i.student_id = ${$.student}
      and ${withinReach($.schools, 'i.school_id')}`,
)
/** Whether the incident that is named, if one is, is of the student and within reach. */
export async function isIncidentOf(
  { tx, actor }: Unit,
  { reportedInId: incident, studentId: student }: { reportedInId?: string | undefined; studentId: string },
): Promise<boolean> {
  if (incident === undefined) return true
  const asked = { district: actor.districtId, schools: schoolsInReach(actor), incident, student }
  return (await tx.maybe(ofStudent, asked)) !== undefined
}
