import type { Transaction } from '#platform/database/database.ts'
import { calendarOf, type SchoolCalendar } from '#district/contract.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import type { Urgency } from './concern.ts'

/** When triage of a concern that is received now is due, and under which version of the standard [R007]. */
export async function triageDue({ tx, now }: { tx: Transaction; now: Date }, urgency: Urgency) {
  const [{ time_standards: times }, calendar] = await Promise.all([modelInForce(tx, now), calendarOf(tx)])
  const started = { clock: 'triage', startedAt: now, urgent: urgency === 'today' } as const
  const due = dueAt(calendar, times.body, started)
  return { dueAt: due.dueAt, standard: { ...due.standard, version: times.version } }
}

/** By when somebody reads what is sent now: what is for today, and everything else. */
export type ReadBy = { readonly calendar: SchoolCalendar; readonly today: Date; readonly other: Date }

export async function readBy(view: { tx: Transaction; now: Date }): Promise<ReadBy> {
  const [calendar, today, other] = await Promise.all([
    calendarOf(view.tx),
    triageDue(view, 'today'),
    triageDue(view, 'this_week'),
  ])
  return { calendar, today: today.dueAt, other: other.dueAt }
}
