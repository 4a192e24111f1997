import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Timed } from './step-medians.ts'

const ofAlerts = sql`from crisis_alert a where a.district_id = i.district_id and a.incident_id = i.id`
const ofEntries = sql`from crisis_entry e where e.district_id = i.district_id and e.incident_id = i.id`
const timed = statement(
  ($: { district: string; schools: readonly string[] | null; since: Date }) => sql<Timed>`
    select i.id, i.school_id as "schoolId", k.name as "schoolName", to_char(i.started_at at time zone d.time_zone, 'YYYY-MM') as month,
      i.started_at as "startedAt",
      (select min(a.sent_at) ${ofAlerts}) as alert,
      (select min(a.acknowledged_at) ${ofAlerts}) as answer,
      (select min(e.happened_at) ${ofEntries} and e.kind = 'rubric_run') as rubric,
      (select min(e.happened_at) ${ofEntries} and e.kind = 'response_called' and e.what <> 'school_team') as response,
      (select min(e.happened_at) ${ofEntries} and e.kind = 'caregiver_told') as caregiver
    from crisis_incident i
    join district d on d.district_id = i.district_id
    join school k on k.district_id = i.district_id and k.id = i.school_id
    where i.district_id = ${$.district} and i.started_at > ${$.since} and ${withinReach($.schools, 'i.school_id')}
    order by i.started_at desc, i.id desc`,
)
/** The incidents of one's schools since an instant, with when each step was first taken. */
export const timedIncidents = (tx: Transaction, actor: Actor, since: Date): Promise<Timed[]> =>
  tx.all(timed, { district: actor.districtId, schools: schoolsInReach(actor), since })
