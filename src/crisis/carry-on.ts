import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice, settleNotices } from '#concerns/contract.ts'
import { alertsOf, carryAlert } from './alert-store.ts'
import { goesOn } from './another-student.ts'
import { endAs } from './end.ts'
import { writeAnew } from './entry-store.ts'
import type { Entry } from './entry.ts'
import { type Alert, type Incident, newsKind, subjectOf } from './incident.ts'
import { reviewOf } from './levels.ts'
import { peopleAt } from './people-at.ts'
import { insertIncident } from './store.ts'
import { answerDueAt, setCheck, setTimer } from './tell.ts'
import { tellOutside } from './tell-outside.ts'
import type { Held } from './write-entry.ts'

/** The timers go on as they were set; at once where whoever has it may not know the right student. */
async function setTimers(
  unit: Unit,
  incident: Incident,
  { isThere, told }: { isThere: boolean; told: Alert[] },
) {
  const { id: incidentId, checkDueAt } = incident
  setCheck(unit, { incidentId, at: isThere ? checkDueAt : unit.now })
  if (incident.state !== 'open') return
  const last = told.at(-1)?.ackDueAt
  setTimer(unit, { incidentId, at: last ?? (await answerDueAt(unit)) })
}

/** Everybody who was told, and whoever has it, hears once more: it is about another student. */
async function tellAgain(unit: Unit, incident: Incident, people: ReadonlySet<string>): Promise<void> {
  const subject = subjectOf(incident)
  const kind = 'crisis.another_student'
  for (const personId of people) {
    insertNotice(unit, { personId, kind, subject })
    await unit.tell(personTold, { personId, kind, subject, again: true })
  }
}

/** Whoever still has to look at something looks at it in the record in which it goes on. */
function askAgain(unit: Unit, incident: Incident, entries: readonly Entry[]): void {
  for (const entry of entries) {
    const about = entries.find(({ id }) => id === entry.aboutId)
    if (entry.kind !== 'departure_explained' || entry.personId === null || about === undefined) continue
    if (reviewOf(entries, about) !== undefined) continue
    const kind = newsKind(incident, 'review_asked')
    insertNotice(unit, { personId: entry.personId, kind, subject: subjectOf(incident) })
  }
}

/**
 * Ends an incident that was entered for the wrong student, and goes on with the right one in the same
 * transaction: began when it began, with the same owner, people told, steps and timers. What was written down
 * is written anew under the key of the right student; whom the wrong one's record told of that student stays
 * in the accounting of that student.
 * @returns the incident in which it goes on
 */
export async function carryOn(unit: Unit, held: Held, studentId: string | null): Promise<string> {
  const wrong = held.incident
  endAs(unit, wrong, 'another_student')
  settleNotices(unit, wrong.id, ['crisis.review_asked'])
  const own = { id: unit.id(), studentId, rightsId: wrong.id, concernId: null, decisionId: null, version: 1 }
  const incident: Incident = { ...wrong, ...own }
  await insertIncident(unit, incident)
  unit.record('crisis.carried_on', subjectOf(incident), { source: incident.source })
  const here = new Set((await peopleAt(unit, incident)).map(({ id }) => id))
  const told = (await alertsOf(unit.tx, wrong.id)).filter(({ personId }) => here.has(personId))
  for (const alert of told) carryAlert(unit, incident.id, alert)
  const entries = writeAnew(unit, incident, goesOn(held.entries))
  for (const entry of entries) await tellOutside(unit, incident, { entry })
  await setTimers(unit, incident, { isThere: here.has(wrong.ownerId), told })
  const people = new Set([...told.map(({ personId }) => personId), wrong.ownerId])
  await tellAgain(unit, incident, people.intersection(here))
  askAgain(unit, incident, entries)
  return incident.id
}
