/**
 * The school calendar: which days count. Days are 'YYYY-MM-DD' strings on the district's own wall calendar.
 *
 * A school day is a weekday with hours, inside a term, that is not a closure. Between terms, and before the
 * first known term, no day is a school day and clocks wait. After the last known term (or when no term is
 * known) every weekday with hours counts, closures apart: a calendar nobody has renewed must not stop every
 * clock.
 */

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export type Term = { readonly startsOn: string; readonly endsOn: string }
export type Closure = { readonly on: string; readonly label: string }
/** Wall-clock times 'HH:MM', 24-hour, the first before the second. */
export type OpenHours = { readonly opens: string; readonly closes: string }

export type SchoolCalendar = {
  /** IANA name, for example America/Los_Angeles. */
  readonly timeZone: string
  readonly terms: readonly Term[]
  readonly closures: readonly Closure[]
  readonly hours: { readonly [day in Weekday]?: OpenHours | undefined }
}

/**
 * Days are counted as numbers inside: a list of fifty clocks walks thousands of days. 1970-01-01 is day 0.
 */
const dayLength = 86_400_000

function numberOf(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / dayLength
  if (!Number.isInteger(number)) throw new RangeError(`Not a calendar day: ${day}`)
  return number
}
const textOf = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10)

/** 1970-01-01 was a Thursday. */
const weekdayOf = (number: number) => (((((number + 3) % 7) + 7) % 7) + 1) as Weekday

type Known = {
  closed: ReadonlySet<number>
  terms: readonly { from: number; to: number }[]
  lastTermEnds: number
}
const knownAbout = new WeakMap<SchoolCalendar, Known>()

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const isOpen = (hours: OpenHours | undefined): hours is OpenHours =>
  hours !== undefined && hours.opens < hours.closes

/** What is worked out once for each calendar; refuses one with no open weekday, which would wait for ever. */
function known(calendar: SchoolCalendar): Known {
  const before = knownAbout.get(calendar)
  if (before !== undefined) return before
  if (!weekdays.some((day) => isOpen(calendar.hours[day]))) {
    throw new Error('A school calendar needs at least one weekday with opening hours')
  }
  const terms = calendar.terms.map(({ startsOn, endsOn }) => ({
    from: numberOf(startsOn),
    to: numberOf(endsOn),
  }))
  const made = {
    closed: new Set(calendar.closures.map(({ on }) => numberOf(on))),
    terms,
    lastTermEnds: Math.max(Number.NEGATIVE_INFINITY, ...terms.map(({ to }) => to)),
  }
  knownAbout.set(calendar, made)
  return made
}

function findHoursOf(calendar: SchoolCalendar, number: number): OpenHours | undefined {
  const { closed, terms, lastTermEnds } = known(calendar)
  const hours = calendar.hours[weekdayOf(number)]
  if (!isOpen(hours) || closed.has(number)) return undefined
  return number > lastTermEnds || terms.some(({ from, to }) => from <= number && number <= to)
    ? hours
    : undefined
}

/** The first school day at or after a day. */
function openFrom(calendar: SchoolCalendar, number: number): number {
  let candidate = number
  while (findHoursOf(calendar, candidate) === undefined) candidate += 1
  return candidate
}

/** The weekday of a day. @param day YYYY-MM-DD */
export const weekdayOn = (day: string): Weekday => weekdayOf(numberOf(day))

/** Every weekday, 07:30 to 16:00: the calendar of a district that has not loaded its own yet. */
export function weekdayCalendar(timeZone: string): SchoolCalendar {
  const hours = { opens: '07:30', closes: '16:00' }
  return { timeZone, terms: [], closures: [], hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours } }
}

/** The opening hours of a school day; undefined on a day that is not one. */
export const findHours = (calendar: SchoolCalendar, day: string): OpenHours | undefined =>
  findHoursOf(calendar, numberOf(day))

/** Whether clocks run on this day. */
export const isSchoolDay = (calendar: SchoolCalendar, day: string): boolean =>
  findHours(calendar, day) !== undefined

/** The day so many calendar days later (or earlier, when negative). */
export const addCalendarDays = (day: string, days: number): string => textOf(numberOf(day) + days)

/** Calendar days from one day to another; negative when the second is earlier. */
export const calendarDaysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from)

/** This day when it is a school day, else the first one after it. */
export const schoolDayOnOrAfter = (calendar: SchoolCalendar, day: string): string =>
  textOf(openFrom(calendar, numberOf(day)))

/** The first school day after this day. */
export const nextSchoolDay = (calendar: SchoolCalendar, day: string): string =>
  textOf(openFrom(calendar, numberOf(day) + 1))

/**
 * The day so many school days after this one; the day itself is not counted. Zero gives the day itself, or
 * the next school day when it is closed. Throws when `days` is negative or not whole.
 */
export function addSchoolDays(calendar: SchoolCalendar, day: string, days: number): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of school days: ${days}`)
  if (days === 0) return schoolDayOnOrAfter(calendar, day)
  let reached = numberOf(day)
  for (let counted = 0; counted < days; counted += 1) reached = openFrom(calendar, reached + 1)
  return textOf(reached)
}

/** School days after `from`, up to and including `to`; negative when `to` is earlier. */
export function schoolDaysBetween(calendar: SchoolCalendar, from: string, to: string): number {
  if (to < from) return 0 - schoolDaysBetween(calendar, to, from)
  const last = numberOf(to)
  let count = 0
  for (let day = numberOf(from) + 1; day <= last; day += 1) {
    if (findHoursOf(calendar, day) !== undefined) count += 1
  }
  return count
}

/**
 * The last school day of the Monday-to-Sunday week this day is in; undefined when the whole week is closed.
 */
export function findLastSchoolDayOfWeek(calendar: SchoolCalendar, day: string): string | undefined {
  const number = numberOf(day)
  const monday = number - weekdayOf(number) + 1
  const last = weekdays.findLast((weekday) => findHoursOf(calendar, monday + weekday - 1) !== undefined)
  return last === undefined ? undefined : textOf(monday + last - 1)
}

/**
 * The closures after `from`, up to and including `to`, oldest first: what a screen explains about a clock.
 */
export const closuresBetween = (calendar: SchoolCalendar, from: string, to: string): Closure[] =>
  calendar.closures
    .filter(({ on }) => from < on && on <= to)
    .toSorted((one, other) => one.on.localeCompare(other.on))
