/**
 * A zone's wall clock. Asking the zone's rules is slow and a list asks a hundred times, while every offset
 * since 1972 begins on a quarter of an hour and is a number of quarters: within one, day and hour stay.
 */
const quarter = 15 * 60_000
const quartersBegin = Date.UTC(1972, 0)
/** A few years of a district's quarters are little. */
const most = 50_000

type WallClock = { day: string; time: string }
type Quarter = { day: string; hour: string; minute: number }

const zones = new Map<string, Map<number, Quarter>>()

function ask(timeZone: string, milliseconds: number): WallClock {
  const there = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone)
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' })
  return { day: there.toPlainDate().toString(), time }
}

function quarterOf(timeZone: string, at: number): Quarter {
  const quarters = zones.get(timeZone) ?? new Map<number, Quarter>()
  const known = quarters.get(at)
  if (known !== undefined) return known
  const { day, time } = ask(timeZone, at * quarter)
  const made = { day, hour: time.slice(0, 3), minute: Number(time.slice(3)) }
  if (quarters.size >= most) quarters.clear()
  zones.set(timeZone, quarters.set(at, made))
  return made
}

/**
 * What calendar and clock on the wall say in a zone: '2026-10-07' and '15:30'.
 * @param timeZone IANA name
 * @throws RangeError for a zone that does not exist
 */
export function wallClock(timeZone: string, instant: Date): WallClock {
  const milliseconds = instant.getTime()
  if (!(milliseconds >= quartersBegin)) return ask(timeZone, milliseconds)
  const at = Math.floor(milliseconds / quarter)
  const { day, hour, minute } = quarterOf(timeZone, at)
  const minutes = minute + Math.floor((milliseconds - at * quarter) / 60_000)
  return { day, time: hour + String(minutes).padStart(2, '0') }
}

/** Whether the calendar of this machine knows a zone by that name. */
export const isTimeZone = (zone: string): boolean => Intl.supportedValuesOf('timeZone').includes(zone)
