import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { ReturnPlan } from './plan.ts'

/** A plan with the names it is read by. */
export type SeenPlan = ReturnPlan & {
  readonly agreedAt: Date | null
  readonly ownerName: string
  readonly schoolName: string
}

const seen = sql`
  select t.id, t.incident_id as "incidentId", t.student_id as "studentId", t.school_id as "schoolId", t.owner_id as "ownerId",
    t.standard_id as "standardId", t.state, t.opened_at as "openedAt", t.due_at as "dueAt", t.next_due_at as "nextDueAt",
    t.late_told_at as "lateToldAt", t.suicide_threat as "suicideThreat", t.steps, t.return_on as "returnOn",
    t.meeting_at as "meetingAt", ${opened('return_plan.attendees', 't')} as attendees,
    ${opened('return_plan.supports', 't')} as supports, ${opened('return_plan.next_visit', 't')} as "nextVisit",
    ${opened('return_plan.check_ins', 't')} as "checkIns", ${opened('return_plan.if_risk_rises', 't')} as "ifRiskRises",
    t.returned_on as "returnedOn", ${opened('return_plan.not_needed_because', 't')} as because,
    t.agreed_at as "agreedAt", t.ended_at as "endedAt", t.version, o.name as "ownerName", k.name as "schoolName"
  from return_plan t
  join person o on o.district_id = t.district_id and o.id = t.owner_id
  join school k on k.district_id = t.district_id and k.id = t.school_id`

type One = { district: string; incident: string; schools: readonly string[] | null }
const ofIncident = ($: One) => sql<SeenPlan>`${seen}
  where t.district_id = ${$.district} and t.incident_id = ${$.incident} and ${withinReach($.schools, 't.school_id')}
  order by t.state = 'replaced', t.opened_at desc, t.id desc limit 1`
const one = statement(ofIncident)
const held = statement(($: One) => sql<SeenPlan>`${ofIncident($)} for no key update of t`)
const reachOf = (actor: Actor, incident: string): One => ({
  district: actor.districtId,
  incident,
  schools: schoolsInReach(actor),
})

/** The plan of an incident within reach, in the version in force; undefined where none was opened. */
export const findPlan = (tx: Transaction, actor: Actor, incidentId: string): Promise<SeenPlan | undefined> =>
  tx.maybe(one, reachOf(actor, incidentId))

/** Takes the row for the rest of the act. */
export const holdPlan = ({ tx, actor }: Unit, incidentId: string): Promise<SeenPlan | undefined> =>
  tx.maybe(held, reachOf(actor, incidentId))

const before = statement(
  ($: Omit<One, 'schools'>) => sql<Replaced>`
    select t.id, t.opened_at as "openedAt", t.ended_at as "endedAt", ${opened('return_plan.not_needed_because', 't')} as because,
      e.name as "endedByName"
    from return_plan t join person e on e.district_id = t.district_id and e.id = t.ended_by
    where t.district_id = ${$.district} and t.incident_id = ${$.incident} and t.state = 'replaced' order by t.ended_at desc, t.id`,
)
/** A version that a newer one replaced: by whom, when and why. */
export type Replaced = {
  readonly id: string
  readonly openedAt: Date
  readonly endedAt: Date
  readonly because: string
  readonly endedByName: string
}
/** The versions of a plan before the one in force, the latest first. Reach is judged by the plan. */
export const replacedOf = (tx: Transaction, incident: string): Promise<Replaced[]> =>
  tx.all(before, { district: tx.scope.districtId, incident })

const open = statement(
  ($: Omit<One, 'incident'>) => sql<SeenPlan>`${seen}
    where t.district_id = ${$.district} and t.ended_at is null and ${withinReach($.schools, 't.school_id')}
    order by t.next_due_at, t.id limit 200`,
)

/** Plans of one's schools that are not done: what is owed first, first. */
export const openPlans = (tx: Transaction, actor: Actor): Promise<SeenPlan[]> =>
  tx.all(open, { district: actor.districtId, schools: schoolsInReach(actor) })

type New = Pick<ReturnPlan, 'incidentId' | 'studentId' | 'schoolId' | 'ownerId' | 'standardId' | 'dueAt'>
const insert = statement(
  ($: New & { district: string; id: string; now: Date }) => sql`
    insert into return_plan (district_id, id, incident_id, student_id, school_id, owner_id, standard_id, state, opened_at, due_at,
      next_due_at)
    values (${$.district}, ${$.id}, ${$.incidentId}, ${$.studentId}, ${$.schoolId}, ${$.ownerId}, ${$.standardId}, 'due', ${$.now},
      ${$.dueAt}, ${$.dueAt})`,
)

/** Opens the plan of an incident. @returns its id */
export function insertPlan(unit: Unit, plan: New): string {
  const id = unit.id()
  unit.tx.write(insert, { ...plan, district: unit.districtId, id, now: unit.now })
  return id
}

type Saved = Omit<
  ReturnPlan,
  'incidentId' | 'studentId' | 'schoolId' | 'standardId' | 'openedAt' | 'dueAt'
> & {
  district: string
  by: string | null
  now: Date
}
const save = statement(
  ($: Saved) => sql`
    update return_plan set state = ${$.state}, next_due_at = ${$.nextDueAt}, late_told_at = ${$.lateToldAt},
      suicide_threat = ${$.suicideThreat}, steps = ${$.steps}::text[], return_on = ${$.returnOn}::date,
      meeting_at = ${$.meetingAt}, attendees = ${$.attendees}, supports = ${$.supports}, next_visit = ${$.nextVisit},
      check_ins = ${$.checkIns}, if_risk_rises = ${$.ifRiskRises}, returned_on = ${$.returnedOn}::date,
      not_needed_because = ${$.because},
      agreed_at = case ${$.state}::text when 'due' then null when 'not_needed' then agreed_at else coalesce(agreed_at, ${$.now}) end,
      agreed_by = case ${$.state}::text when 'due' then null when 'not_needed' then agreed_by
        else coalesce(agreed_by, ${$.by}::uuid) end,
      ended_at = ${$.endedAt}, ended_by = case when ${$.endedAt}::timestamptz is null then null else ${$.by}::uuid end,
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes a held plan. The commit fails with changed_meanwhile when somebody was faster. */
export function savePlan({ tx, districtId, actor, now }: Unit, plan: ReturnPlan): void {
  const { attendees, supports, nextVisit, checkIns, ifRiskRises, because } = plan
  const sealed = tx.sealed(
    'return_plan',
    { row: plan.id, of: plan.studentId },
    {
      attendees,
      supports,
      next_visit: nextVisit,
      check_ins: checkIns,
      if_risk_rises: ifRiskRises,
      not_needed_because: because,
    },
  )
  tx.write(save, {
    ...plan,
    attendees: sealed.attendees,
    supports: sealed.supports,
    nextVisit: sealed.next_visit,
    checkIns: sealed.check_ins,
    ifRiskRises: sealed.if_risk_rises,
    because: sealed.not_needed_because,
    district: districtId,
    by: actor.personId,
    now,
  })
}
