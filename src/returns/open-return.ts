import type { Unit } from '#access/unit.ts'
import { insertNotice, staffAt } from '#concerns/contract.ts'
import type { IncidentClosed } from '#crisis/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { type Clock, type CrisisStandard, dueAt, getStandard, modelInForce } from '#standards/contract.ts'
import { insertFollowUp } from './follow-up-store.ts'
import { happenedTo } from './happened-store.ts'
import { followed, type ReturnPlan } from './plan.ts'
import { planners, standingIn } from './policy.ts'
import { daysAway, needsPlan } from './rules.ts'
import { insertPlan } from './store.ts'

type Of = Pick<ReturnPlan, 'incidentId' | 'studentId'>
/** What the trail says of a return, and what is told of it, is about the incident it is of. */
export const subjectOf = ({ incidentId, studentId }: Of) => ({
  type: 'crisis_incident',
  id: incidentId,
  studentId,
})
/** Where somebody who is told of a plan reads it. */
export const planAt = ({ incidentId: id }: Of) => ({ type: 'return_plan', id })

/** When something is due that runs from now, under a clock of the standards. */
export async function dueFromNow({ tx, now }: Pick<Unit, 'tx' | 'now'>, clock: Clock): Promise<Date> {
  const { time_standards: times } = await modelInForce(tx, now)
  return dueAt(await calendarOf(tx), times.body, { clock, startedAt: now }).dueAt
}

/** Whoever was named in the incident, where they may open the plan; else the lead of the school. */
async function ownerOf({ tx, now }: Unit, { schoolId, studentId, returnBy, ledBy }: IncidentClosed) {
  const at = { schoolId, about: [studentId], now }
  const able = await staffAt(tx, { ...at, roles: planners })
  if (returnBy !== null && able.some(({ id }) => id === returnBy)) return returnBy
  const [lead] = await staffAt(tx, { ...at, roles: standingIn })
  return lead?.id ?? ledBy
}

/** Whether a crisis asks for a plan by now, by the version of the standard it was judged by [R121]. */
export async function asksForPlan(
  { tx }: Pick<Unit, 'tx'>,
  { incidentId, studentId, standardId, leftSchool, gotHelp }: IncidentClosed,
): Promise<boolean> {
  const { crisisOn, absentOn } = await happenedTo(tx, { studentId, incidentId })
  const away = daysAway({ crisisOn, leftSchool, absentOn }, await calendarOf(tx))
  const { body } = await getStandard(tx, standardId)
  return needsPlan({ gotHelp, away }, body as CrisisStandard)
}

/**
 * Follows crisis/incident-closed: somebody gets in touch with the family, the student and the provider
 * [R126]; and where the student was away or help came from outside, a plan to come back is owed [R121].
 */
export async function openReturn(unit: Unit, closed: IncidentClosed): Promise<void> {
  const ownerId = await ownerOf(unit, closed)
  const contactDue = await dueFromNow(unit, 'follow_up')
  for (const whom of followed) insertFollowUp(unit, { ...closed, whom, ownerId, dueAt: contactDue })
  unit.record('follow_up.planned', subjectOf(closed), { person: ownerId })
  if (await asksForPlan(unit, closed)) await planReturn(unit, closed)
}

/** A plan to come back is owed, by whoever was named in the incident, and is late after its time. */
export async function planReturn(unit: Unit, closed: IncidentClosed): Promise<void> {
  const ownerId = await ownerOf(unit, closed)
  const due = await dueFromNow(unit, 'return_plan')
  insertPlan(unit, { ...closed, ownerId, dueAt: due })
  insertNotice(unit, { personId: ownerId, kind: 'return_plan.owed', subject: planAt(closed) })
  unit.record('return_plan.opened', subjectOf(closed), { person: ownerId })
  setLate(unit, closed, due)
}

/** When it is said that a plan is late. A plan has one such timer: set again, it is moved. */
export const setLate = (unit: Unit, { incidentId }: Pick<Of, 'incidentId'>, at: Date): void =>
  unit.enqueue({
    task: 'returns/say-late',
    payload: { incidentId },
    key: `returns/say-late/${incidentId}`,
    at,
  })
