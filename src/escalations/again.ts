import type { Unit } from '#access/unit.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { dueAt, longestPause, modelInForce } from '#standards/contract.ts'
import type { Escalation } from './escalation.ts'

/**
 * The last day on which what was decided or planned may be looked at again. A plan keeps a loop quiet as a
 * pause does, so that it reaches as far as a pause may last (K22), and at least
 * to the next weekly review (K7).
 * @param chain the referrals of the escalation: a need that became high since counts as well
 * @returns YYYY-MM-DD
 */
export async function latestAgain(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  escalation: Pick<Escalation, 'highNeed'>,
  chain: readonly { highNeed: boolean }[],
): Promise<string> {
  const highNeed = escalation.highNeed || chain.some((each) => each.highNeed)
  const [calendar, { time_standards: times }] = await Promise.all([calendarOf(tx), modelInForce(tx, now)])
  const review = dueAt(calendar, times.body, { clock: 'weekly_review', startedAt: now, highNeed })
  const days = [
    addCalendarDays(dayOf(calendar, now), longestPause(times.body, highNeed)),
    dayOf(calendar, review.dueAt),
  ]
  return days.toSorted().at(-1) as string
}
