import { addCalendarDays, calendarDaysBetween } from '#district/contract.ts'
import type { Pause } from '#standards/contract.ts'
import type { ReferralState } from './lifecycle.ts'
import { referralLifecycle } from './lifecycle.ts'

/** Days on which the clocks of a referral stand: who paused them, why, and until when. */
export type ReferralPause = {
  readonly id: string
  /** A code of the list in force. */
  readonly reason: string
  readonly fromOn: string
  /** The last day as it was set. */
  readonly throughOn: string
  readonly pausedByName: string
  readonly pausedAt: Date
  /** The day on which the clocks ran again, where somebody ended it sooner. */
  readonly endedOn: string | null
  readonly endedByName: string | null
}

/** The days a pause took: it ends by itself, and sooner where somebody ended it. */
export const daysPaused = ({
  fromOn,
  throughOn,
  endedOn,
}: Pick<ReferralPause, 'fromOn' | 'throughOn' | 'endedOn'>): Pause => ({
  fromOn,
  throughOn: endedOn === null ? throughOn : addCalendarDays(endedOn, -1),
})

/** The pause that holds the clocks on a day, or undefined. */
export const pauseOn = <P extends Parameters<typeof daysPaused>[0]>(
  pauses: readonly P[],
  day: string,
): P | undefined => pauses.find((pause) => pause.fromOn <= day && day <= daysPaused(pause).throughOn)

type PausingFacts = {
  readonly state: ReferralState
  readonly highNeed: boolean
  readonly paused: boolean
  readonly today: string
  readonly throughOn: string
  /** The last day a pause that begins today may have. */
  readonly latest: string
  readonly reasonKnown: boolean
  /** Whoever asks answers for stalled loops of the school. */
  readonly leads: boolean
}

const pausing = {
  has_ended: ({ state }) => referralLifecycle.ends(state),
  paused_already: ({ paused }) => paused,
  high_need_lead: ({ highNeed, leads }) => highNeed && !leads,
  reason_unknown: ({ reasonKnown }) => !reasonKnown,
  day_past: ({ throughOn, today }) => throughOn < today,
  too_long: ({ throughOn, latest }) => throughOn > latest,
} satisfies Record<string, (facts: PausingFacts) => boolean>
export type ObstacleToPausing = keyof typeof pausing

/** Every reason why the clocks are not paused, in the order a person would clear them. */
export const obstaclesToPausing = (facts: PausingFacts): ObstacleToPausing[] =>
  (Object.keys(pausing) as ObstacleToPausing[]).filter((name) => pausing[name](facts))

/** How often the clocks were paused, and for how many days up to and with today. */
export function pausedSoFar(
  pauses: readonly Parameters<typeof daysPaused>[0][],
  today: string,
): { count: number; days: number } {
  const taken = pauses.map(daysPaused).filter(({ fromOn, throughOn }) => fromOn <= throughOn)
  const days = taken.map(({ fromOn, throughOn }) =>
    Math.max(0, calendarDaysBetween(fromOn, throughOn < today ? throughOn : today) + 1),
  )
  return { count: pauses.length, days: days.reduce((all, each) => all + each, 0) }
}
