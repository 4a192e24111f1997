import { addCalendarDays, instantAt, type SchoolCalendar, weekdayCalendar } from '#district/contract.ts'
import { dueAt } from './clock-rules.ts'
import { type Clock, flatClocks } from './clocks.ts'
import { shippedLimits } from './shipped-limits.ts'
import type { Tier } from './tiers.ts'
import type { TimeStandards } from './time-standards.ts'

/** Three plain weeks, the second with a Monday holiday: where two versions are compared. */
const plainWeeks: SchoolCalendar = {
  ...weekdayCalendar('UTC'),
  closures: [{ on: '2026-10-12', label: 'Holiday' }],
}
const starts: readonly Date[] = Array.from({ length: 21 }, (_, day) =>
  addCalendarDays('2026-10-05', day),
).flatMap((day) =>
  ['06:00', '09:00', '12:00', '15:00', '18:00', '23:45'].map((time) => instantAt(plainWeeks, day, time)),
)
const facts = [
  { urgent: false, highNeed: false },
  { urgent: true, highNeed: false },
  { urgent: false, highNeed: true },
]

/** The tiers for which either version has a limit of its own for a clock, and no tier at all. */
const tiersOf = (clock: Clock, versions: readonly TimeStandards[]): (Tier | undefined)[] => [
  undefined,
  ...new Set(
    versions.flatMap(({ byTier }) => byTier.filter((row) => row.clock === clock).map(({ tier }) => tier)),
  ),
]

/** Whether anybody, starting at some hour of the plain weeks, would have longer before being late. */
const isLooser = (clock: Clock, before: TimeStandards, after: TimeStandards): boolean =>
  tiersOf(clock, [before, after])
    .flatMap((tier) => facts.map((fact) => ({ ...fact, tier })))
    .some((fact) =>
      starts.some((startedAt) => {
        const started = { clock, startedAt, ...fact }
        return dueAt(plainWeeks, after, started).lateAt > dueAt(plainWeeks, before, started).lateAt
      }),
    )

/**
 * The flat standards a proposed version would loosen. Each needs a decision by those who hold the right to
 * it. Compared by what the two versions would mean for people, so a different unit cannot hide a longer
 * time.
 */
export const loosens = (before: TimeStandards, after: TimeStandards): Clock[] =>
  flatClocks.filter((clock) => isLooser(clock, before, after))

/** The flat standards that are looser here than in the model: every report names them. */
export const looserThanModel = (standards: TimeStandards): Clock[] => loosens(shippedLimits, standards)
