import type { Transaction } from '#platform/database/database.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { eventDays } from './event-store.ts'
import { highNeedFactsOf } from './rules.ts'

/** Longer than any window of a criterion and any school year. */
const lookedBack = 400 * 86_400_000

/** What is known of a student's days at school, as high need is judged by it at an instant [R003] [R086]. */
export async function schoolFactsOf(tx: Transaction, studentId: string, at: Date) {
  const since = new Date(at.getTime() - lookedBack).toISOString().slice(0, 10)
  const [[days], calendar] = await Promise.all([
    eventDays(tx, { students: [studentId], since }),
    calendarOf(tx),
  ])
  return highNeedFactsOf(days ?? { absentOn: [], incidentsOn: [] }, { calendar, on: dayOf(calendar, at) })
}
