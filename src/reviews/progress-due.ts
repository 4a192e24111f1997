import { calendarOf } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import type { MeetingDue } from './progress.ts'
import { metAt } from './progress-store.ts'

/**
 * When each school with somebody in service owes its next meeting about progress: four weeks after the last
 * one as the model ships, or after the first student came into service [R171].
 */
export async function meetingsDue(
  tx: Transaction,
  { schools, now }: { schools: readonly string[]; now: Date },
): Promise<MeetingDue[]> {
  const [met, calendar, model] = await Promise.all([
    metAt(tx, schools),
    calendarOf(tx),
    modelInForce(tx, now),
  ])
  return met.map(({ servedSince, ...school }) => {
    const startedAt = school.lastAt ?? servedSince
    const due = dueAt(calendar, model.time_standards.body, { clock: 'progress_meeting', startedAt })
    return { ...school, dueAt: due.dueAt, late: due.dueAt < now }
  })
}

/** How many schools owe a meeting about progress whose day is over. */
export const countLateMeetings = async (
  tx: Transaction,
  asked: { schools: readonly string[]; now: Date },
): Promise<number> => (await meetingsDue(tx, asked)).filter(({ late }) => late).length
