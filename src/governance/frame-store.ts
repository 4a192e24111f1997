import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Framed, Stratum } from './sample.ts'

type Period = { district: string; fromOn: string; untilOn: string }

// Days are those of the district's clock.
const within = (
  $: Period,
  at: string,
) => sql`${sql.ref(at)} >= ${$.fromOn}::date::timestamp at time zone d.time_zone
  and ${sql.ref(at)} < (${$.untilOn}::date + 1)::timestamp at time zone d.time_zone`

const departed = statement(
  ($: Period) => sql<Framed>`
    select t.id, 'override' as stratum, t.student_id as "studentId", t.school_id as "schoolId",
      array_remove(array[t.decided_by, t.reviewer_id], null) as "tookPart"
    from triage_decision t join district d on d.district_id = t.district_id
    where t.district_id = ${$.district} and t.indicated <> t.chosen and ${within($, 't.decided_at')} order by t.id`,
)
const incidents = statement(
  ($: Period) => sql<Framed>`
    select i.id, 'crisis' as stratum, i.student_id as "studentId", i.school_id as "schoolId",
      array(select distinct w.person from (
        select e.entered_by as person from crisis_entry e where e.district_id = i.district_id and e.incident_id = i.id
        union select i.opened_by union select i.owner_id) w where w.person is not null) as "tookPart"
    from crisis_incident i join district d on d.district_id = i.district_id
    where i.district_id = ${$.district} and i.state = 'closed' and i.ended_as is null and i.student_id is not null
      and ${within($, 'i.closed_at')} order by i.id`,
)
const framed = { override: departed, crisis: incidents } as const

/**
 * Every case of a stratum in a period: decisions that departed from the checklist by the day they were made
 * [R019], incidents by the day they were closed. A drill is none.
 */
export const frameOf = (
  tx: Transaction,
  stratum: Stratum,
  period: { fromOn: string; untilOn: string },
): Promise<Framed[]> => tx.all(framed[stratum], { district: tx.scope.districtId, ...period })
