import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishEdited } from '#standards/publish-edited.ts'
import { whenWords } from '#standards/contract.ts'
import { cast } from '#tests/riverside/cast.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { lookClocks } from './look-clocks.ts'

let story: StalledStory
let missedOn = ''
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

const see = (referralId: string, who: 'maya' | 'ruth' = 'maya') =>
  lookClocks.see(story.being(who), { referralId })

describe('The clocks of a referral', () => {
  test('are said with the instant, the limit, and what was left out', async () => {
    const referralId = await story.openHighNeed('mateo')
    const { clocks, calendar, missed } = await see(referralId)
    expect(clocks.map((due) => [due.clock, whenWords(calendar, due)])).toEqual([
      ['high_need_intake', 'Mon\u00a0Oct\u00a012, 09:00: 7 days.'],
    ])
    expect(missed).toEqual([])
  })

  test('that ran out stay as they were kept, whatever the standard says later [R366]', async () => {
    const { referralId, escalationId } = await story.stalled('lena')
    missedOn = referralId
    const before = await see(referralId)
    expect(before.missed.filter(({ clock }) => clock === 'high_need_intake')).toMatchObject([
      {
        clock: 'high_need_intake',
        holder: cast.maya.name,
        standard: { unit: 'calendar_days', amount: 7, version: 1 },
      },
    ])
    expect(before.escalationId).toBe(escalationId)
    const longer = {
      kind: 'time_standards',
      version: 1,
      inForceOn: story.clock.now().toISOString().slice(0, 10),
      decision: 'Board of October 12',
      body: { high_need_intake: { limit: { amount: '30' } } },
    }
    story.must(await publishEdited.perform(story.being('yolanda'), longer))
    await story.round()
    const after = await see(referralId)
    expect(after.missed).toEqual(before.missed)
    expect(after.clocks[0]?.dueAt).not.toEqual(before.clocks[0]?.dueAt)
  })

  test('are read on a page, with what was missed and who had it', async () => {
    const pages = await pagesOf(story)
    const { status, html } = await pages.get('maya', `/referrals/${missedOn}/clocks`)
    expect(status).toBe(200)
    expect(html).toContain('Intake date for a high-need student, was due')
    expect(html).toContain(`${cast.maya.name} had it`)
    await pages.close()
  })
})
