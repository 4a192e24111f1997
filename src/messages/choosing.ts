import { z } from 'zod'
import { addCalendarDays, dayOf, instantAt, type SchoolCalendar } from '#district/contract.ts'
import { day, ticked, timeOfDay } from '#platform/given.ts'
import type { MessageRules } from '#standards/contract.ts'
import type { MessageChoice, PauseReason } from './choice.ts'
import { nextOpen } from './quiet.ts'

/** What a form asks of how somebody takes messages. */
export const choiceGiven = {
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  email: ticked,
  text: ticked,
  hoursFrom: timeOfDay.optional(),
  hoursUntil: timeOfDay.optional(),
  /** The last day on which nothing goes out. */
  pausedOn: day.optional(),
}

/** The first instant after a pause that ends with a day. */
export const pauseEnd = (calendar: SchoolCalendar, on: string | undefined): Date | null =>
  on === undefined ? null : instantAt(calendar, addCalendarDays(on, 1), '00:00')

/** The last day of a pause that is still on, YYYY-MM-DD. */
export const pausedOn = (
  calendar: SchoolCalendar,
  { pausedUntil }: MessageChoice,
  now: Date,
): string | null =>
  pausedUntil === null || pausedUntil <= now ? null : addCalendarDays(dayOf(calendar, pausedUntil), -1)

type Asked = {
  hoursFrom?: string | undefined
  hoursUntil?: string | undefined
  pausedOn?: string | undefined
  reason: PauseReason | undefined
}
type Known = { calendar: SchoolCalendar; rules: MessageRules; now: Date }

/** Whether the hours somebody gives ever meet those of the district. */
function neverMeets({ hoursFrom, hoursUntil }: Asked, { calendar, rules, now }: Known): boolean {
  if (hoursFrom === undefined || hoursUntil === undefined) return false
  const windows = [
    { from: rules.quietUntil, until: rules.quietFrom },
    { from: hoursFrom, until: hoursUntil },
  ]
  return nextOpen(calendar, windows, now) === undefined
}

const obstacles = {
  hours_half: ({ hoursFrom, hoursUntil }: Asked) => (hoursFrom === undefined) !== (hoursUntil === undefined),
  hours_same: ({ hoursFrom, hoursUntil }: Asked) => hoursFrom !== undefined && hoursFrom === hoursUntil,
  hours_never: neverMeets,
  pause_past: ({ pausedOn: on }: Asked, { calendar, now }: Known) =>
    on !== undefined && on < dayOf(calendar, now),
  pause_far: ({ pausedOn: on }: Asked, { calendar, now }: Known) =>
    on !== undefined && on > addCalendarDays(dayOf(calendar, now), 366),
  reason_missing: ({ pausedOn: on, reason }: Asked) => on !== undefined && reason === undefined,
} satisfies Record<string, (asked: Asked, known: Known) => boolean>
export type ObstacleToChoosing = keyof typeof obstacles

/** Every reason hours or a pause cannot stand as given. */
export const obstaclesToChoosing = (asked: Asked, known: Known): ObstacleToChoosing[] =>
  (Object.keys(obstacles) as ObstacleToChoosing[]).filter((name) => obstacles[name](asked, known))

/** The fields these reasons are about. */
export const choiceFields = {
  hours_half: 'hoursUntil',
  hours_same: 'hoursUntil',
  hours_never: 'hoursFrom',
  pause_past: 'pausedOn',
  pause_far: 'pausedOn',
  reason_missing: 'reason',
} as const satisfies Record<ObstacleToChoosing, string>
