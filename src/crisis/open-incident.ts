import type { Unit } from '#access/unit.ts'
import { type RiskIndicated, staffAt, type TriageDecided } from '#concerns/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { sourceOf } from './concern-source-store.ts'
import { type Incident, subjectOf } from './incident.ts'
import { knownBySource } from './known-by.ts'
import { holdIncidentOf, insertIncident, saveIncident } from './store.ts'
import { checkDueAt } from './rules.ts'
import { askSomebodyTrained, cannotRun } from './trained.ts'
import { answerDueAt, nextToTell, peopleToTell, setCheck, setTimer, tell } from './tell.ts'

export type NewIncident = Pick<Incident, 'schoolId' | 'source'> &
  Partial<
    Pick<
      Incident,
      | 'studentId'
      | 'decisionId'
      | 'concernId'
      | 'place'
      | 'onPremises'
      | 'knownBy'
      | 'servicesCalled'
      | 'startedAt'
      | 'drillId'
      | 'takePart'
      | 'fromId'
    >
  >

/**
 * Who has a new incident, and when they are asked again: whoever opens it has it until a lead takes it. What
 * nobody of the staff opened is the lead's at once, or of whoever heads the district.
 */
async function heldBy(unit: Unit, { schoolId, studentId = null }: NewIncident) {
  const { crisis } = await modelInForce(unit.tx, unit.now)
  const due = checkDueAt(crisis.body, unit.now)
  if (unit.actor.personId !== null) return { ownerId: unit.actor.personId, checkDueAt: due }
  const [lead] = await peopleToTell(unit, { schoolId, studentId })
  const [head] = await staffAt(unit.tx, { schoolId, roles: ['district_head'], about: [], now: unit.now })
  const ownerId = (lead ?? head)?.id
  if (ownerId === undefined) throw new Error('Nobody of the district could have this incident')
  return { ownerId, checkDueAt: due }
}

/**
 * Opens an incident and tells the internal lead, in the transaction it is called in [R017]. Where nobody
 * can be told the timer runs all the same, so that an open incident is never without one. The caller asks
 * permission.
 * @returns the id of the incident
 */
export async function openIncident(unit: Unit, given: NewIncident): Promise<string> {
  const incident: Incident = {
    studentId: null,
    decisionId: null,
    concernId: null,
    place: null,
    onPremises: null,
    knownBy: null,
    servicesCalled: null,
    startedAt: unit.now,
    drillId: null,
    takePart: null,
    fromId: null,
    rightsId: null,
    ...given,
    id: given.drillId ?? unit.id(),
    state: 'open',
    openedBy: unit.actor.personId,
    enteredAt: unit.now,
    closedAt: null,
    endedAs: null,
    version: 1,
    ...(await heldBy(unit, given)),
  }
  await insertIncident(unit, incident)
  const { id, source } = incident
  unit.record('crisis.opened', subjectOf(incident), { source })
  setCheck(unit, { incidentId: id, at: incident.checkDueAt })
  const lead = nextToTell(await peopleToTell(unit, incident), [])
  if (lead !== undefined) await tell(unit, incident, { person: lead, position: 1 })
  else setTimer(unit, { incidentId: id, at: await answerDueAt(unit) })
  if (cannotRun(unit, incident)) await askSomebodyTrained(unit, incident)
  return id
}

/** What a record says from its beginning that a concern led to. */
const ofConcern = async ({ tx }: Unit, concernId: string) =>
  ({ concernId, source: 'triage', knownBy: knownBySource(await sourceOf(tx, concernId)) }) as const

/** What follows when the checklist of a concern indicates immediate risk: the crisis opens, once. */
export async function openOnRisk(
  unit: Unit,
  { concernId, studentId, schoolId }: RiskIndicated,
): Promise<void> {
  const before = await holdIncidentOf(unit, concernId)
  if (before === undefined)
    await openIncident(unit, { ...(await ofConcern(unit, concernId)), schoolId, studentId })
}

/**
 * What follows a decision for path (c): it joins the incident its checklist opened, or opens one.
 * @returns the id of the incident
 */
export async function openOnDecision(unit: Unit, decided: TriageDecided): Promise<string | undefined> {
  if (decided.path !== 'c') return undefined
  const { concernId, studentId, schoolId, decisionId } = decided
  const before = await holdIncidentOf(unit, concernId)
  if (before === undefined) {
    return openIncident(unit, { ...(await ofConcern(unit, concernId)), schoolId, studentId, decisionId })
  }
  saveIncident(unit, { ...before, decisionId })
  unit.record('crisis.decided', { ...subjectOf(before), studentId }, { decision: decisionId })
  return before.id
}
