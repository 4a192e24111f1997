/**
 * A zone's wall clock. Asking the zone's rules is slow and a list asks a hundred times, while the answer only
 * changes with an offset; and since 1972 every offset begins on a quarter of an hour.
 */
const quarter = 15 * 60_000
const quartersBegin = Date.UTC(1972, 0)
/** A quarter's offset is a number: a few years of a district's quarters are little. */
const most = 50_000

const zones = new Map<string, Map<number, number>>()

const askOffset = (timeZone: string, milliseconds: number): number =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6

function offsetOf(timeZone: string, milliseconds: number): number {
  if (milliseconds < quartersBegin) return askOffset(timeZone, milliseconds)
  const offsets = zones.get(timeZone) ?? new Map<number, number>()
  const at = Math.floor(milliseconds / quarter)
  const known = offsets.get(at)
  if (known !== undefined) return known
  const offset = askOffset(timeZone, milliseconds)
  if (offsets.size >= most) offsets.clear()
  zones.set(timeZone, offsets.set(at, offset))
  return offset
}

/**
 * What calendar and clock on the wall say in a zone: '2026-10-07' and '15:30'.
 * @param timeZone IANA name
 * @throws RangeError for a zone that does not exist
 */
export function wallClock(timeZone: string, instant: Date): { day: string; time: string } {
  const milliseconds = instant.getTime()
  const shown = new Date(milliseconds + offsetOf(timeZone, milliseconds)).toISOString()
  const parts = shown.indexOf('T')
  return { day: shown.slice(0, parts), time: shown.slice(parts + 1, parts + 6) }
}

/** Whether the calendar of this machine knows a zone by that name. */
export const isTimeZone = (zone: string): boolean => Intl.supportedValuesOf('timeZone').includes(zone)
