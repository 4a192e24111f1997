import type { SchoolCalendar } from '#district/contract.ts'
import type { Pause } from './pause.ts'

/**
 * The same due times once more, found the slow way: a wall clock is read minute by minute off the rules of
 * the zone, and what counts is counted. It shares no line with what it is compared with.
 */

export const minute = 60_000

/** When the offset of a zone changes, found by asking every quarter of an hour of two and a half years. */
type Offsets = { readonly from: number; readonly minutes: number }[]
const zones = new Map<string, Offsets>()
const scanFrom = Date.UTC(2026, 6, 1)
const scanUntil = Date.UTC(2029, 0, 1)

function offsetsOf(timeZone: string): Offsets {
  const known = zones.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const ask = (at: number) => {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
  const found: Offsets = []
  // A day at a time, and inside a day that changes each quarter.
  for (let day = scanFrom; day < scanUntil; day += 1440 * minute) {
    const steps = ask(day) === ask(day + 1440 * minute) ? 1 : 96
    for (let step = 0; step < steps; step += 1) {
      const from = day + (step * 1440 * minute) / steps
      const minutes = ask(from)
      if (found.at(-1)?.minutes !== minutes) found.push({ from, minutes })
    }
  }
  zones.set(timeZone, found)
  return found
}

/** What hangs on the wall at an instant: the day, and the minute of it. */
export type Wall = { readonly day: string; readonly minuteOfDay: number; readonly weekday: number }

export class SlowClock {
  readonly #calendar: SchoolCalendar
  readonly #paused: ReadonlySet<string>
  readonly #closed: ReadonlySet<string>

  constructor(calendar: SchoolCalendar, pauses: readonly Pause[]) {
    this.#calendar = calendar
    this.#closed = new Set(calendar.closures.map(({ on }) => on))
    const days: string[] = []
    for (const { fromOn, throughOn } of pauses)
      for (let at = Date.parse(fromOn); at <= Date.parse(throughOn); at += 1440 * minute)
        days.push(new Date(at).toISOString().slice(0, 10))
    this.#paused = new Set(days)
  }

  wall(at: number): Wall {
    const offset = offsetsOf(this.#calendar.timeZone).findLast(({ from }) => from <= at)?.minutes ?? 0
    const there = new Date(at + offset * minute)
    return {
      day: there.toISOString().slice(0, 10),
      minuteOfDay: there.getUTCHours() * 60 + there.getUTCMinutes(),
      weekday: there.getUTCDay() === 0 ? 7 : there.getUTCDay(),
    }
  }

  isPaused = (at: number): boolean => this.#paused.has(this.wall(at).day)
  isClosure = (at: number): boolean => this.#closed.has(this.wall(at).day)

  /** Opening and closing as minutes of the day, or undefined on a day without school. */
  #hours({ day, weekday }: Wall): { opens: number; closes: number } | undefined {
    const { hours, terms } = this.#calendar
    const own = hours[weekday as 1]
    if (own === undefined || this.#closed.has(day) || this.#paused.has(day)) return undefined
    const afterAll = terms.every(({ endsOn }) => day > endsOn)
    if (!afterAll && terms.every(({ startsOn, endsOn }) => day < startsOn || day > endsOn)) return undefined
    const number = (said: string) => Number(said.slice(0, 2)) * 60 + Number(said.slice(3))
    return { opens: number(own.opens), closes: number(own.closes) }
  }

  isSchoolDay = (at: number): boolean => this.#hours(this.wall(at)) !== undefined
  /** Whether school is open in the minute that begins here. */
  isOpen(at: number): boolean {
    const wall = this.wall(at)
    const hours = this.#hours(wall)
    return hours !== undefined && hours.opens <= wall.minuteOfDay && wall.minuteOfDay < hours.closes
  }

  /** Closing time itself, to the millisecond: what starts then still counts that day. */
  isClosing(at: number): boolean {
    const wall = this.wall(at)
    return at % minute === 0 && this.#hours(wall)?.closes === wall.minuteOfDay
  }

  /** The first minute from here on of which something is true. */
  first(from: number, is: (at: number) => boolean): number {
    let at = from
    while (!is(at)) at += minute
    return at
  }

  /** The first minute of the next day. */
  dayAfter(at: number): number {
    const { day } = this.wall(at)
    return this.first(Math.floor(at / minute) * minute, (later) => this.wall(later).day !== day)
  }

  /** Closing time of the school day an instant is in. */
  closing(at: number): number {
    const wall = this.wall(at)
    const closes = this.#hours(wall)?.closes ?? 0
    let begins = Math.floor(at / minute) * minute
    while (this.wall(begins - minute).day === wall.day) begins -= minute
    return this.first(begins, (later) => this.wall(later).minuteOfDay >= closes)
  }
}
