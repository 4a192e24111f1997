import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Counted } from './figures.ts'

type Reach = { district: string; schools: readonly string[] | null; since: Date }
const reachOf = (actor: Actor, since: Date): Reach => ({
  district: actor.districtId,
  schools: schoolsInReach(actor),
  since,
})

const beganOn = sql`to_char(i.started_at at time zone d.time_zone, 'YYYY-MM-DD') as "beganOn"`
/** When earlier crises of the same student began, wherever that was. */
const earlierOn = sql`array(select to_char(o.started_at at time zone d.time_zone, 'YYYY-MM-DD') from crisis_incident o
  where o.district_id = i.district_id and o.student_id = i.student_id and o.ended_as is null
    and (o.started_at, o.id) < (i.started_at, i.id)) as "earlierOn"`

const counted = statement(
  ($: Reach) => sql<Counted & { id: string }>`
    select i.id, i.school_id as "schoolId", k.name as "schoolName", i.source, i.on_premises as "onPremises", i.known_by as "knownBy",
      i.ended_as as "endedAs", ${beganOn}, ${earlierOn}
    from crisis_incident i
    join district d on d.district_id = i.district_id
    join school k on k.district_id = i.district_id and k.id = i.school_id
    where i.district_id = ${$.district} and i.started_at > ${$.since} and ${withinReach($.schools, 'i.school_id')}
      and i.ended_as is distinct from 'another_student'
    order by i.started_at desc, i.id desc`,
)
/**
 * The incidents of one's schools since an instant, the latest first. One that was entered for the wrong
 * student is none: it goes on in another, and counts there.
 */
export const countedIncidents = (
  tx: Transaction,
  actor: Actor,
  since: Date,
): Promise<(Counted & { id: string })[]> => tx.all(counted, reachOf(actor, since))

/** What a list of incidents says of each beside what is counted. */
type Listed = { id: string; studentId: string | null; place: string | null; startedAt: Date }
const listed = statement(
  ($: Reach & { ids: readonly string[] }) => sql<Listed>`
    select i.id, i.student_id as "studentId", ${opened('crisis_incident.place', 'i')} as place, i.started_at as "startedAt"
    from crisis_incident i
    where i.district_id = ${$.district} and i.id = any(${$.ids}::uuid[]) and i.started_at > ${$.since}
      and ${withinReach($.schools, 'i.school_id')}`,
)
/** Where and when some incidents happened. */
export const listedIncidents = (
  tx: Transaction,
  actor: Actor,
  { since, ids }: { since: Date; ids: readonly string[] },
): Promise<Listed[]> => tx.all(listed, { ...reachOf(actor, since), ids })

const days = statement(
  ($: { district: string; id: string }) => sql<Pick<Counted, 'beganOn' | 'earlierOn'>>`
    select ${beganOn}, ${earlierOn}
    from crisis_incident i join district d on d.district_id = i.district_id
    where i.district_id = ${$.district} and i.id = ${$.id}`,
)
/** When an incident began, and earlier ones of the same student. */
export const daysOf = (tx: Transaction, id: string): Promise<Pick<Counted, 'beganOn' | 'earlierOn'>> =>
  tx.one(days, { district: tx.scope.districtId, id })
