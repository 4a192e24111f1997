import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice, presentAt, type StaffLine, staffAt } from '#concerns/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import { insertAlert } from './alert-store.ts'
import { toldInOrder } from './lead.ts'
import { type Alert, type Incident, newsKind, subjectOf } from './incident.ts'

/** Where something happens, to whom, and in a drill who takes part. */
export type Place = Pick<Incident, 'schoolId' | 'studentId'> & Partial<Pick<Incident, 'takePart'>>

/** In a drill only those who take part; else everybody. */
export const ofThose = (people: readonly StaffLine[], takePart: Incident['takePart']): StaffLine[] =>
  people.filter(({ id }) => takePart === null || takePart.includes(id))

/**
 * The people to tell at a school, the lead first, each once. Whoever is kept from the student is passed over:
 * they could open nothing, and nobody waits for them.
 */
export async function peopleToTell(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId, takePart = null }: Place,
): Promise<StaffLine[]> {
  const about = studentId === null ? [] : [studentId]
  const people = await staffAt(tx, { schoolId, roles: toldInOrder, about, now })
  return ofThose(people, takePart)
}

/**
 * Whom to ask what became of an incident: whoever has it, while they are there. Where they left, are away or
 * are kept from the student by now, everybody who may take it over: nobody else would hear of it.
 */
export async function peopleToAsk(
  unit: Pick<Unit, 'tx' | 'now'>,
  incident: Place & Pick<Incident, 'ownerId'>,
): Promise<string[]> {
  const { schoolId, studentId, ownerId } = incident
  const about = studentId === null ? [] : [studentId]
  const here = await presentAt(unit.tx, { schoolId, about, now: unit.now })
  if (here.has(ownerId)) return [ownerId]
  const leads = (await peopleToTell(unit, incident)).map(({ id }) => id)
  const present = leads.filter((id) => here.has(id))
  return present.length > 0 ? present : leads
}

/** The first of them who has not been told. */
export const nextToTell = (
  people: readonly StaffLine[],
  told: readonly Pick<Alert, 'personId'>[],
): StaffLine | undefined => people.find(({ id }) => !told.some(({ personId }) => personId === id))

/** By when an answer is owed: the standard for it, from now [R099]. */
export async function answerDueAt(unit: Unit): Promise<Date> {
  const { time_standards: times } = await modelInForce(unit.tx, unit.now)
  const started = { clock: 'crisis_acknowledgement', startedAt: unit.now } as const
  return dueAt(await calendarOf(unit.tx), times.body, started).dueAt
}

/** Sets the timer that tells the next person. It is one timer an incident: setting it again moves it. */
export const setTimer = (unit: Unit, { incidentId, at }: { incidentId: string; at: Date }) =>
  unit.enqueue({
    task: 'crisis/tell-next',
    payload: { incidentId },
    key: `crisis/tell-next/${incidentId}`,
    at,
  })

/** Sets the timer that asks whoever has an incident again: it runs until the incident is closed. */
export const setCheck = (unit: Unit, { incidentId, at }: { incidentId: string; at: Date }) =>
  unit.enqueue({
    task: 'crisis/check-incident',
    payload: { incidentId },
    key: `crisis/check-incident/${incidentId}`,
    at,
  })

/**
 * Tells one person of an incident: an alert that waits for an answer, a notice, a message, and the timer
 * for the next.
 * @param position 1 for the lead, 2 and on for who stands in
 */
export async function tell(
  unit: Unit,
  incident: Incident,
  { person, position }: { person: StaffLine; position: number },
) {
  const incidentId = incident.id
  const ackDueAt = await answerDueAt(unit)
  await insertAlert(unit, { id: unit.id(), incidentId, personId: person.id, position, ackDueAt })
  const subject = subjectOf(incident)
  const kind = newsKind(incident, 'told')
  insertNotice(unit, { personId: person.id, kind, subject })
  unit.record(position === 1 ? 'crisis.lead_told' : 'crisis.backup_told', subject, {
    person: person.id,
    position,
  })
  await unit.tell(personTold, { personId: person.id, kind, subject })
  setTimer(unit, { incidentId, at: ackDueAt })
}
