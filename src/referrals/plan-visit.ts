import type { Subject } from '#access/trail.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf } from '#district/contract.ts'
import { dueBefore, modelInForce } from '#standards/contract.ts'
import type { ReminderPlan } from './visit.ts'
import { addVisit, type NewVisit } from './visit-store.ts'

/** By when a family is reminded of a visit that is booked now, under the time standards in force. */
async function planReminder(unit: Unit, startsAt: Date): Promise<ReminderPlan> {
  const { tx, now } = unit
  const [calendar, model] = await Promise.all([calendarOf(tx), modelInForce(tx, now)])
  const { body, version } = model.time_standards
  const { dueAt, standard } = dueBefore(calendar, body, { clock: 'visit_reminder', of: startsAt, from: now })
  return { id: unit.id(), dueAt, standard: { ...standard, version } }
}

/**
 * The row of a visit, booked now by whoever acts, and with it the reminder of its family: one comes with the
 * other in one statement, whoever books [R057].
 * @returns the id of the reminder
 */
export async function planVisit(unit: Unit, visit: NewVisit, subject: Subject): Promise<string> {
  const reminder = await planReminder(unit, visit.startsAt)
  addVisit(unit, visit, reminder)
  const { id: reminderId, dueAt } = reminder
  unit.record('reminder.planned', subject, {
    appointmentId: visit.id,
    reminderId,
    dueAt: dueAt.toISOString(),
  })
  return reminderId
}
