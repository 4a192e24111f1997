import { describe, expect, it } from 'vitest'
import { wallClock } from './zone.ts'

/** The same asked of the zone's rules each time. */
function ruled(timeZone: string, instant: Date) {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  return {
    day: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

const zones = [
  'America/Los_Angeles',
  'America/New_York',
  'America/St_Johns',
  'America/Phoenix',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'UTC',
]

describe('the wall clock of a zone', () => {
  it('says what the rules say, every seven minutes over both changes of the clock', () => {
    const apart = zones.flatMap((zone) =>
      ['2026-03-07', '2026-10-31', '2026-04-04'].flatMap((from) =>
        Array.from({ length: 700 }, (_, at) => new Date(Date.parse(from) + at * 7 * 60_000))
          .filter((instant) => {
            const said = wallClock(zone, instant)
            const rule = ruled(zone, instant)
            return said.day !== rule.day || said.time !== rule.time
          })
          .map((instant) => `${zone} ${instant.toISOString()}`),
      ),
    )
    expect(apart).toEqual([])
  })

  it('says what the rules say before offsets began on quarters of an hour', () => {
    const old = new Date('1883-11-18T19:59:59Z')
    expect(wallClock('America/Los_Angeles', old)).toEqual(ruled('America/Los_Angeles', old))
    expect(wallClock('Africa/Monrovia', new Date('1971-12-31T23:50:00Z'))).toEqual(
      ruled('Africa/Monrovia', new Date('1971-12-31T23:50:00Z')),
    )
  })

  it('refuses a zone that does not exist', () => {
    expect(() => wallClock('America/Nowhere', new Date())).toThrow(RangeError)
  })
})
