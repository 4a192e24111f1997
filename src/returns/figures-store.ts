import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { happenedColumns } from './happened-store.ts'
import type { Happened } from './rules.ts'

/** Somebody who came back, with what happened at school since. */
export type CameBack = Happened & {
  readonly schoolId: string
  readonly schoolName: string
  readonly standardId: string
  readonly returnedOn: string
  readonly crisisOn: string
}

const back = statement(
  ($: { district: string; schools: readonly string[] | null; since: string }) => sql<CameBack>`
    select t.school_id as "schoolId", k.name as "schoolName", t.standard_id as "standardId", t.returned_on::text as "returnedOn",
      ${happenedColumns(sql`t.student_id`)}
    from return_plan t
    join crisis_incident i on i.district_id = t.district_id and i.id = t.incident_id
    join district d on d.district_id = t.district_id
    join school k on k.district_id = t.district_id and k.id = t.school_id
    where t.district_id = ${$.district} and t.returned_on >= ${$.since}::date and t.state <> 'replaced'
      and ${withinReach($.schools, 't.school_id')}
    order by k.name, k.id, t.id`,
)
/** Everybody of one's schools who came back since a day. */
export const cameBackSince = (tx: Transaction, actor: Actor, since: string): Promise<CameBack[]> =>
  tx.all(back, { district: actor.districtId, schools: schoolsInReach(actor), since })
