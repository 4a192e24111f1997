import { sql } from 'kysely'
import { type Actor, openedStudents } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { entersDrill } from './drill-wall.ts'
import type { Incident } from './incident.ts'
import { tellFollowers } from './tell-followers.ts'

const columns = sql`i.id, i.student_id as "studentId", i.school_id as "schoolId", i.source, i.decision_id as "decisionId",
  i.concern_id as "concernId", ${opened('crisis_incident.place', 'i')} as place, i.on_premises as "onPremises", i.known_by as "knownBy",
  ${opened('crisis_incident.services_called', 'i')} as "servicesCalled", i.state,
  i.started_at as "startedAt", i.opened_by as "openedBy", i.owner_id as "ownerId", i.check_due_at as "checkDueAt",
  i.entered_at as "enteredAt", i.closed_at as "closedAt", i.version, i.drill_id as "drillId",
  i.ended_as as "endedAs", i.from_incident_id as "fromId", i.rights_incident_id as "rightsId",
  case when i.drill_id is not null then array(select p.person_id::text from crisis_drill_part p
    where p.district_id = i.district_id and p.drill_id = i.drill_id and p.person_id is not null) end as "takePart"`

type Reach = {
  district: string
  id: string
  schools: readonly string[] | null
  opened: readonly string[]
}
const within = ($: Reach) => sql`
  select ${columns} from crisis_incident i where i.district_id = ${$.district} and i.id = ${$.id}
    and ${withinReach($.schools, 'i.school_id', { students: $.opened, column: 'i.student_id' })}`
const one = statement(($: Reach) => sql<Incident>`${within($)}`)
const oneHeld = statement(($: Reach) => sql<Incident>`${within($)} for no key update`)

const schoolsOf = (actor: Actor) => (['school', 'system'].includes(sideOf(actor.role)) ? actor.schoolIds : [])
const reachOf = (actor: Actor, id: string): Reach => ({
  district: actor.districtId,
  id,
  schools: schoolsOf(actor),
  opened: openedStudents(actor),
})

/**
 * What is asked for is real, or a timed drill: then the rest of the transaction is inside that drill, and
 * sees no incident but its own.
 */
async function realOrDrill<T>(tx: Transaction, id: string, ask: () => Promise<T | undefined>) {
  return (await ask()) ?? ((await entersDrill(tx, id)) ? ask() : undefined)
}

/** One incident at a school within the actor's reach, or undefined. Who may follow it is policy's to say. */
export const findIncident = (tx: Transaction, actor: Actor, id: string): Promise<Incident | undefined> =>
  realOrDrill(tx, id, () => tx.maybe(one, reachOf(actor, id)))

/** Takes the row for the rest of the act. */
export const holdIncident = ({ tx, actor }: Unit, id: string): Promise<Incident | undefined> =>
  realOrDrill(tx, id, () => tx.maybe(oneHeld, reachOf(actor, id)))

const closed = statement(
  ($: { district: string; id: string }) => sql<Incident>`
    select ${columns} from crisis_incident i where i.district_id = ${$.district} and i.id = ${$.id}
      and i.state = 'closed' and i.ended_as is null for no key update of i`,
)
/** A crisis that was closed, wherever it was, taken for the rest of the act. */
export const holdClosed = (tx: Transaction, id: string): Promise<Incident | undefined> =>
  tx.maybe(closed, { district: tx.scope.districtId, id })

const ofConcern = statement(
  ($: { district: string; concern: string }) => sql<Incident>`
    select ${columns} from crisis_incident i where i.district_id = ${$.district} and i.concern_id = ${$.concern}
      and i.state <> 'closed' for no key update`,
)

/** The open incident the checklist of a concern opened, taken for the rest of the act. */
export const holdIncidentOf = ({ tx, districtId }: Unit, concernId: string): Promise<Incident | undefined> =>
  tx.maybe(ofConcern, { district: districtId, concern: concernId })

const insert = statement(
  ($: { district: string; row: string }) => sql`
    insert into crisis_incident (district_id, id, student_id, school_id, source, decision_id, concern_id, place, on_premises,
      known_by, services_called, state, started_at, opened_by, owner_id, check_due_at, entered_at, from_incident_id,
      rights_incident_id)
    select ${$.district}::uuid, r."id", r."studentId", r."schoolId", r."source", r."decisionId", r."concernId", r."place",
      r."onPremises", r."knownBy", r."servicesCalled", r."state", r."startedAt", r."openedBy", r."ownerId", r."checkDueAt",
      r."enteredAt", r."fromId", r."rightsId"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "studentId" uuid, "schoolId" uuid, "source" text,
      "decisionId" uuid, "concernId" uuid, "place" text, "onPremises" boolean, "knownBy" text, "servicesCalled" text, "state" text,
      "startedAt" timestamptz, "openedBy" uuid, "ownerId" uuid, "checkDueAt" timestamptz, "enteredAt" timestamptz, "fromId" uuid,
      "rightsId" uuid)`,
)

const sealedIncident = <I extends Pick<Incident, 'id' | 'studentId'>>(tx: Transaction, incident: I): I =>
  tx.sealed('crisis_incident', { row: incident.id, of: incident.studentId }, incident)

export const insertIncident = ({ tx, districtId }: Unit, incident: Incident) =>
  tx.run(insert, { district: districtId, row: JSON.stringify(sealedIncident(tx, incident)) })

type Saved = Record<'district' | 'id' | 'state' | 'owner', string> &
  Record<'student' | 'decision' | 'place' | 'services', string | null> & {
    premises: boolean | null
    knownBy: Incident['knownBy']
    check: Date
    closedAt: Date | null
    endedAs: Incident['endedAs']
    version: number
  }
const save = statement(
  ($: Saved) => sql`
    update crisis_incident set state = ${$.state}, student_id = ${$.student}, decision_id = ${$.decision}, place = ${$.place},
      on_premises = ${$.premises}, known_by = ${$.knownBy}, services_called = ${$.services}, owner_id = ${$.owner}, check_due_at = ${$.check},
      closed_at = ${$.closedAt}, ended_as = ${$.endedAs}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes a held incident. The commit fails with changed_meanwhile when somebody was faster. */
export function saveIncident({ tx, districtId }: Unit, incident: Incident): Incident {
  const { place, servicesCalled: services } = sealedIncident(tx, incident)
  tx.write(save, {
    district: districtId,
    id: incident.id,
    version: incident.version,
    state: incident.state,
    student: incident.studentId,
    decision: incident.decisionId,
    place,
    services,
    premises: incident.onPremises,
    knownBy: incident.knownBy,
    owner: incident.ownerId,
    check: incident.checkDueAt,
    closedAt: incident.closedAt,
    endedAs: incident.endedAs,
  })
  tellFollowers(tx, incident.id)
  return { ...incident, version: incident.version + 1 }
}

/** A row of the list of open incidents. */
export type IncidentLine = Incident & { schoolName: string; studentName: string | null }
const running = statement(
  ($: { district: string; schools: readonly string[] | null }) => sql<IncidentLine>`
    select ${columns}, k.name as "schoolName", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName"
    from crisis_incident i
    join school k on k.district_id = i.district_id and k.id = i.school_id
    left join student s on s.district_id = i.district_id and s.id = i.student_id
    where i.district_id = ${$.district} and i.state <> 'closed'
      and ${withinReach($.schools, 'i.school_id')}
    order by i.started_at desc, i.id desc limit 100`,
)

const runningFor = statement(
  ($: { district: string; student: string; schools: readonly string[] | null }) => sql<Incident>`
    select ${columns} from crisis_incident i where i.district_id = ${$.district} and i.student_id = ${$.student}
      and i.state <> 'closed' and ${withinReach($.schools, 'i.school_id')} order by i.started_at, i.id for no key update`,
)
/** The incidents of a student that run at the actor's schools, taken for the rest of the act. */
export const holdRunningFor = ({ tx, actor }: Unit, studentId: string): Promise<Incident[]> =>
  tx.all(runningFor, { district: actor.districtId, student: studentId, schools: schoolsOf(actor) })

/** The incidents of the actor's schools that are not closed, the newest first. */
export const runningIncidents = (tx: Transaction, actor: Actor): Promise<IncidentLine[]> =>
  tx.all(running, { district: actor.districtId, schools: schoolsOf(actor) })

const withCalls = statement(
  ($: { district: string; schools: readonly string[] | null; since: Date }) => sql<IncidentCalled>`
    select i.id, i.student_id as "studentId", k.name as "schoolName"
    from crisis_incident i join school k on k.district_id = i.district_id and k.id = i.school_id
    where i.district_id = ${$.district} and i.started_at > ${$.since} and ${withinReach($.schools, 'i.school_id')}
      and i.ended_as is distinct from 'another_student'
      and exists (select from crisis_entry e where e.district_id = i.district_id and e.incident_id = i.id
        and e.kind in ('response_called', 'handed_over', 'departure_explained'))
    order by i.started_at desc, i.id desc limit 100`,
)
type IncidentCalled = { id: string; studentId: string | null; schoolName: string }

/** The latest incidents of the actor's schools with a call, a handover or a departure, since an instant. */
export const incidentsWithCalls = (tx: Transaction, actor: Actor, since: Date): Promise<IncidentCalled[]> =>
  tx.all(withCalls, { district: actor.districtId, schools: schoolsOf(actor), since })
