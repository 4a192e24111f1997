import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const unplanned = statement(
  ($: { district: string; students: readonly string[]; since: Date }) => sql<{ incidentId: string }>`
    select i.id as "incidentId" from crisis_incident i
    where i.district_id = ${$.district} and i.student_id = any(${$.students}::uuid[]) and i.state = 'closed'
      and i.ended_as is null and i.closed_at >= ${$.since}
      and not exists (select from return_plan p where p.district_id = i.district_id and p.incident_id = i.id)
    order by i.closed_at, i.id`,
)
/** Crises of some students that were closed since an instant, and after which nobody had to plan a return. */
export const closedUnplanned = async (
  tx: Transaction,
  { students, since }: { students: readonly string[]; since: Date },
): Promise<string[]> =>
  (await tx.all(unplanned, { district: tx.scope.districtId, students, since })).map(
    ({ incidentId }) => incidentId,
  )
