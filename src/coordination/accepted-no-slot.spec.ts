import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookClocks } from '#escalations/look-clocks.ts'
import { noticeAll, tellAll } from '#escalations/notice-all.ts'
import { lookInbox } from '#referrals/look-inbox.ts'
import { lookTracker } from '#referrals/look-tracker.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { lookToday } from './look-today.ts'

let story: AgencyStory
let referralId = ''
/** Three school days after it was accepted: Friday at 17:00 in Riverside. */
const by = new Date('2026-10-17T00:00:00Z')
beforeAll(async () => {
  story = await agencyStory()
  referralId = (await story.accepted('sofia')).referralId
})
afterAll(() => story.close())

const partOf = async () => {
  const { parts } = await lookInbox.see(story.noor(), {})
  return Object.entries(parts).find(([, rows]) => rows.some(({ id }) => id === referralId))?.[0]
}
const tracked = async (query: Record<string, string>) =>
  (await lookTracker.see(story.being('maya'), query)).rows.map(({ id }) => id)
const today = async (key: CastKey) => JSON.stringify(await lookToday.see(story.being(key), {}))
const round = async () => {
  const system = story.asSystem(story.districtId)
  await noticeAll(system)
  await tellAll(system)
}
const breaches = () =>
  story.rows(
    `select held_by, person_id, due_at from standard_breach where referral_id = $1 and clock = 'not_scheduled'`,
    referralId,
  )

describe('Accepted and no slot', () => {
  test('is a state with a clock: the agency owes a first visit, and school and agency see by when', async () => {
    expect(await partOf()).toBe('to_book')
    expect(await tracked({ state: 'accepted' })).toEqual([referralId])
    expect(await tracked({ state: 'accepted', time: 'late' })).toEqual([])
    const { parts } = await lookInbox.see(story.noor(), {})
    expect(parts.to_book[0]?.dueAt).toEqual(by)
    await round()
    expect(await breaches()).toEqual([])
  })

  test('once the time of the standard is over it is a breach of whoever held it, told to the lead, and late in the tracker', async () => {
    story.clock.set('2026-10-19T17:00:00Z')
    await round()
    expect(await breaches()).toEqual([
      expect.objectContaining({ held_by: 'navigator', person_id: cast.maya.id, due_at: by }),
    ])
    expect(await tracked({ state: 'accepted', time: 'late' })).toEqual([referralId])
    const [escalation] = await story.rows('select id from escalation where referral_id = $1', referralId)
    const told = await story.rows(
      'select person_id from escalation_alert where escalation_id = $1',
      escalation?.['id'] as string,
    )
    expect(told).toContainEqual({ person_id: cast.ruth.id })
    expect(await today('ruth')).toContain(escalation?.['id'] as string)
    expect(await today('noor')).toContain('booking')
    const clocks = JSON.stringify(await lookClocks.see(story.being('ruth'), { referralId }))
    expect(clocks).toContain('not_scheduled')
    // Seen again, it is one breach and not two.
    await round()
    expect(await breaches()).toHaveLength(1)
  })

  test('a visit that is booked ends the wait, and what was missed stays on record', async () => {
    await story.book(referralId, { onDay: '2026-10-21', lateReason: 'work_schedule' })
    expect(await partOf()).toBe('with_you')
    expect(await tracked({ state: 'accepted' })).toEqual([])
    expect(await tracked({ state: 'scheduled' })).toEqual([referralId])
    expect(await breaches()).toHaveLength(1)
  })
})
