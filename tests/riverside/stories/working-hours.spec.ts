import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf, isSchoolDay, timeOf } from '#district/contract.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { almanacOf, calendar } from './almanac.ts'
import { tellStories } from './tell.ts'

/** Every moment at which somebody of the district was in touch with a family, or told its clocks to stand. */
const contacts = `
  select 'a try to reach a family' as what, happened_at as at from contact_attempt
  union all select 'a handoff that was begun', first_attempt_at from handoff where first_attempt_at is not null
  union all select 'a conversation', conversation_at from handoff where conversation_at is not null
  union all select 'a reminder', happened_at from reminder_attempt
  union all select 'an answer', given_at from consent where method in ('in_person', 'phone_witnessed')
  union all select 'a call of the lead', written_at from escalation_entry where kind = 'family'
  union all select 'a caregiver told in a crisis', happened_at from crisis_entry where kind = 'caregiver_told'
  union all select 'a pause', paused_at from referral_pause`
type Contact = { what: string; at: Date }

const isWorkingTime = (at: Date): boolean => {
  const time = timeOf(calendar, at)
  return isSchoolDay(calendar, dayOf(calendar, at)) && time >= '07:30' && time <= '17:00'
}
const said = ({ what, at }: Contact) => `${what}, ${dayOf(calendar, at)} ${timeOf(calendar, at)}`

// In the district: before work has begun, late in the evening, and on a Saturday.
describe.each([
  ['06:30', '2026-10-13T13:30:00Z'],
  ['23:00', '2026-10-14T06:00:00Z'],
  ['noon of a Saturday', '2026-10-17T19:00:00Z'],
])('Stories told at %s', (_, instant) => {
  const now = new Date(instant)
  let world: World
  beforeAll(async () => {
    world = await riverside({ at: instant })
    await tellStories(world.db, { now, onProgress: () => undefined })
  }, 120_000)
  afterAll(() => world.close())

  const told = async () => (await world.admin.query<Contact>(contacts)).rows

  test('have no contact with a family outside working hours, nor ahead of now', async () => {
    const all = await told()
    expect(all.filter(({ at }) => !isWorkingTime(at)).map(said)).toEqual([])
    expect(all.filter(({ at }) => at > now).map(said)).toEqual([])
    const kinds = new Set(all.map(({ what }) => what))
    expect(kinds.size).toBe(8)
    // One that is planted would be found.
    expect([now].filter((at) => !isWorkingTime(at))).toHaveLength(1)
  })

  test('have one stalled loop that ended as connected, and one departure with its second look', async () => {
    const { rows: ended } = await world.admin.query(
      'select ending from escalation where closed_at is not null',
    )
    expect(ended).toEqual([{ ending: 'connected' }])
    const { rows: looked } = await world.admin.query(
      `select what from crisis_entry where kind = 'departure_reviewed'`,
    )
    expect(looked).toEqual([{ what: 'was_right' }])
  })
})

describe('Day 0 of the stories', () => {
  const day = (instant: string) => almanacOf(new Date(instant)).day(0)

  test('is today once an hour of work has passed, and the school day before until then', () => {
    expect(day('2026-10-13T15:29:00Z')).toBe('2026-10-09')
    expect(day('2026-10-13T15:30:00Z')).toBe('2026-10-13')
    expect(day('2026-10-14T06:00:00Z')).toBe('2026-10-13')
    expect(day('2026-10-17T19:00:00Z')).toBe('2026-10-16')
  })

  test('has what is told of some minutes ago within its hours', () => {
    const ago = (instant: string, minutes: number) => {
      const at = almanacOf(new Date(instant)).ago(minutes)
      return `${dayOf(calendar, at)} ${timeOf(calendar, at)}`
    }
    expect(ago('2026-10-13T20:30:00Z', 70)).toBe('2026-10-13 12:20')
    expect(ago('2026-10-13T15:30:00Z', 70)).toBe('2026-10-13 07:30')
    expect(ago('2026-10-14T06:00:00Z', 70)).toBe('2026-10-13 15:50')
  })
})
