import type { Limit } from './limits.ts'
import { minute, type SlowClock } from './slow-clock-for-specs.ts'

/** When something is due under a limit: every minute or day that counts is counted. */
export function slowDueAt(clock: SlowClock, limit: Limit, startedAt: number): number {
  switch (limit.unit) {
    case 'minutes':
      return countMinutes(startedAt, limit.amount, (at) => !clock.isPaused(at))
    case 'working_minutes':
      return countMinutes(startedAt, limit.amount, (at) => clock.isOpen(at))
    case 'school_days': {
      let at = firstOpening(clock, startedAt)
      for (let left = limit.amount; left > 0; left -= 1)
        at = clock.first(clock.dayAfter(at), (later) => clock.isSchoolDay(later))
      return clock.closing(at)
    }
    case 'school_week':
      return endOfWeek(clock, firstOpening(clock, startedAt))
    case 'calendar_days':
      return countDays(clock, limit, startedAt)
    case 'same_day':
      return sameDay(clock, limit.cutOff, startedAt)
  }
}

/** The first moment that is open; a minute that began before the start counts from the start. */
function firstOpening(clock: SlowClock, startedAt: number): number {
  if (clock.isOpen(startedAt) || clock.isClosing(startedAt)) return startedAt
  return clock.first(Math.ceil(startedAt / minute) * minute, (at) => clock.isOpen(at))
}

function countMinutes(startedAt: number, amount: number, counts: (at: number) => boolean): number {
  let left = amount * minute
  let at = startedAt
  for (;;) {
    const next = (Math.floor(at / minute) + 1) * minute
    if (counts(at)) {
      if (left <= next - at) return at + left
      left -= next - at
    }
    at = next
  }
}

function endOfWeek(clock: SlowClock, began: number): number {
  let last = began
  let at = began
  while (clock.wall(at).weekday !== 7) {
    at = clock.dayAfter(at)
    if (clock.isSchoolDay(at)) last = at
  }
  return clock.closing(last)
}

function countDays(
  clock: SlowClock,
  { amount, skipHolidays }: Limit & { unit: 'calendar_days' },
  startedAt: number,
): number {
  const counts = (at: number) => !clock.isPaused(at) && !(skipHolidays === true && clock.isClosure(at))
  const began = counts(startedAt) ? startedAt : clock.first(Math.ceil(startedAt / minute) * minute, counts)
  let day = began
  for (let left = amount; left > 0; ) {
    day = clock.dayAfter(day)
    if (counts(day)) left -= 1
  }
  return sameWallTime(clock, began, day)
}

/** The moment of a day at which the wall says what it said when something began. */
function sameWallTime(clock: SlowClock, began: number, dayBegins: number): number {
  const { minuteOfDay } = clock.wall(began)
  const { day } = clock.wall(dayBegins)
  const seconds = began % minute
  const at = clock.first(dayBegins, (later) => {
    const wall = clock.wall(later)
    return wall.day !== day || wall.minuteOfDay >= minuteOfDay
  })
  // A time that the spring change leaves out is as far behind the change as it would have been.
  const before = clock.wall(at - minute)
  const passed = before.day === day ? minuteOfDay - before.minuteOfDay : minuteOfDay + 1
  return clock.wall(at).minuteOfDay === minuteOfDay && clock.wall(at).day === day
    ? at + seconds
    : at - minute + passed * minute + seconds
}

function sameDay(clock: SlowClock, cutOff: string | undefined, startedAt: number): number {
  const wall = clock.wall(startedAt)
  const open = clock.isSchoolDay(startedAt)
  const limit = cutOff === undefined ? undefined : Number(cutOff.slice(0, 2)) * 60 + Number(cutOff.slice(3))
  if (clock.isPaused(startedAt) || (limit !== undefined && (!open || wall.minuteOfDay >= limit))) {
    const next = clock.first(clock.dayAfter(startedAt), (at) => clock.isSchoolDay(at))
    return clock.closing(next)
  }
  const closes = open ? clock.closing(startedAt) : undefined
  if (closes !== undefined && startedAt < closes) return closes
  return clock.dayAfter(startedAt) - 1
}
