import type { SchoolCalendar } from '#district/contract.ts'
import type { Clock } from '#standards/clocks.ts'
import type { ClockStandard, Limit } from '#standards/limits.ts'
import { shippedLimits } from '#standards/shipped-limits.ts'
import { SlowClock } from '#standards/slow-clock-for-specs.ts'
import { slowDueAt } from '#standards/slow-due-for-specs.ts'
import { closures, terms } from '../riverside/places.ts'
import type { Stalling } from './facts.ts'

const [opens, closes] = ['07:30', '17:00']
const hours = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, { opens, closes }]))
const calendar: SchoolCalendar = { timeZone: 'America/Los_Angeles', terms, closures, hours }
const plain = new SlowClock(calendar, [])
/** The day it is in Riverside. */
export const dayOf = (now: Date): string => plain.wall(now.getTime()).day

type Running = { clock: Clock; since: Date }
/** Where the loop of a high-need student stands still, and since when. */
export function runningOf(referral: Stalling, hasVisit: boolean): Running[] {
  const { state, state_since: since } = referral
  const running: (Running | false)[] = [
    !hasVisit && { clock: 'high_need_intake', since: referral.first_referred_at },
    state === 'sent' && { clock: 'not_received', since: referral.sent_at ?? since },
    state === 'received' && { clock: 'not_accepted', since: referral.received_at ?? since },
    state === 'accepted' && !hasVisit && { clock: 'not_scheduled', since: referral.accepted_at ?? since },
    state === 'scheduled' && !hasVisit && { clock: 'not_scheduled', since },
    state === 'scheduled' &&
      referral.first_seen_at === null && { clock: 'not_seen', since: referral.scheduled_at ?? since },
  ]
  return running.filter((each) => each !== false)
}

const known = new Map<string, number>()
/** The soonest of the limits of a high-need student, counted by hand; a pause holds it until it is over. */
export function dueOf(
  clock: Running['clock'],
  since: Date,
  pauses: readonly { fromOn: string; throughOn: string }[],
) {
  const key = `${clock} ${since.getTime()} ${JSON.stringify(pauses)}`
  const before = known.get(key)
  if (before !== undefined) return before
  const { limit, highNeed }: ClockStandard = shippedLimits[clock]
  const limits: Limit[] = highNeed === undefined ? [limit] : [limit, highNeed]
  const paused = new SlowClock(calendar, pauses)
  const due = Math.min(
    ...limits.map((each) =>
      paused.first(slowDueAt(plain, each, since.getTime()), (at) => !paused.isPaused(at)),
    ),
  )
  known.set(key, due)
  return due
}
