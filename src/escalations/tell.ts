import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice, type StaffLine, staffAt } from '#concerns/contract.ts'
import { calendarOf, dayOf, endOfCalendarDay } from '#district/contract.ts'
import { clockTierOf } from '#referrals/contract.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import { addTold, type Told } from './alert-store.ts'
import type { Escalation } from './escalation.ts'
import { toldInOrder } from './policy.ts'

type About = Pick<Escalation, 'id' | 'studentId' | 'schoolId' | 'highNeed'>

/** The subject of what the trail says about one. */
export const subjectOf = ({ id, studentId }: Pick<Escalation, 'id' | 'studentId'>) => ({
  type: 'escalation',
  id,
  studentId,
})

/** By when the next thing is owed, under a clock of the standards that starts now. */
export async function owedBy(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  clock: 'escalation_answer' | 'escalation_decision' | 'weekly_review',
  { highNeed, referralId }: Pick<Escalation, 'highNeed' | 'referralId'>,
): Promise<Date> {
  const model = await modelInForce(tx, now)
  const tier = await clockTierOf(tx, referralId, model)
  const started = { clock, startedAt: now, highNeed, tier }
  return dueAt(await calendarOf(tx), model.time_standards.body, started).dueAt
}

/** The people to tell at a school, the designated lead first; none who is kept from the student. */
const peopleToTell = (
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId }: About,
): Promise<StaffLine[]> => staffAt(tx, { schoolId, about: [studentId], now, roles: toldInOrder })

/** The first of the people to tell who has not been told [R089]. */
const nextToTell = (people: readonly StaffLine[], told: readonly Told[]): StaffLine | undefined =>
  people.find(({ id }) => told.every(({ personId }) => personId !== id))

/**
 * Tells the next person: the designated lead first, then whoever stands in. A notice in the app, and a
 * neutral message that says nothing of anybody.
 * @returns how many were told: none when everybody was before
 */
export async function tellNextPerson(unit: Unit, about: About, told: readonly Told[]): Promise<number> {
  const person = nextToTell(await peopleToTell(unit, about), told)
  if (person === undefined) return 0
  const position = told.length + 1
  addTold(unit, about, { personId: person.id, position })
  insertNotice(unit, { personId: person.id, kind: 'escalation.told', subject: subjectOf(about) })
  unit.record(position === 1 ? 'escalation.lead_told' : 'escalation.backup_told', subjectOf(about), {
    person: person.id,
    position,
  })
  await unit.tell(personTold, {
    personId: person.id,
    kind: 'escalation.told',
    subject: { type: 'escalation', id: about.id },
  })
  return 1
}

/**
 * Everybody was told, and still it waits: whoever can move it is told once more, but not on a day on which
 * the last of them heard of it first.
 * @returns how many
 */
export async function tellAllAgain(unit: Unit, about: About, told: readonly Told[]): Promise<number> {
  const calendar = await calendarOf(unit.tx)
  const last = told.at(-1)?.sentAt
  if (last !== undefined && dayOf(calendar, last) === dayOf(calendar, unit.now)) return 0
  const people = await peopleToTell(unit, about)
  const subject = { type: 'escalation', id: about.id }
  for (const { id: personId } of people)
    await unit.tell(personTold, { personId, kind: 'escalation.told', subject, again: true })
  return people.length
}

/** When all are told once more: the interval of the standard from now, and not on the same day. */
export async function tellingAgainAt(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  about: Pick<Escalation, 'highNeed' | 'referralId'>,
) {
  const calendar = await calendarOf(tx)
  const due = await owedBy({ tx, now }, 'escalation_answer', about)
  const today = dayOf(calendar, now)
  if (dayOf(calendar, due) !== today) return due
  return owedBy({ tx, now: endOfCalendarDay(calendar, today) }, 'escalation_answer', about)
}
