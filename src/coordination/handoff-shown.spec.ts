import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finishHandoff } from '#handoffs/finish-handoff.ts'
import { lookInbox } from '#referrals/look-inbox.ts'
import { lookTracker } from '#referrals/look-tracker.ts'
import { type HandoffStory, handoffStory } from '#tests/support/handoff-story.ts'
import { lookToday } from './look-today.ts'

let story: HandoffStory
beforeAll(async () => {
  story = await handoffStory()
})
afterAll(() => story.close())

/** What Today of the navigator says is owed for a referral. */
const owedFor = async (referralId: string) => {
  const { groups } = await lookToday.see(story.maya(), {})
  return Object.entries(groups).flatMap(([group, rows]) =>
    rows
      .filter((row) => (row.of === 'referral' ? row.id : row.aboutId) === referralId)
      .map((row) => `${group}: ${row.of === 'referral' ? 'referral' : row.kind}`),
  )
}

describe('What is left of a warm handoff', () => {
  test('without the receipt it is incomplete, and stays on the worklist of its navigator until it is there [R047]', async () => {
    const referralId = await story.call('mateo', ['receipt'])
    expect(await finishHandoff.perform(story.maya(), { referralId })).toEqual({
      done: false,
      because: ['receipt_unconfirmed'],
    })
    expect(await owedFor(referralId)).toEqual(['today: handoff'])
    await story.parts.receipt(referralId)
    story.must(await finishHandoff.perform(story.maya(), { referralId }))
    expect((await story.row(referralId)).receipt_by).toBe('Noor Aziz')
    expect(await owedFor(referralId)).toEqual([])
  })

  test('the visit that was booked in the call stands in the tracker and in the inbox of the agency at once [R048]', async () => {
    const referralId = await story.call('lena', ['visit', 'logistics', 'plan'])
    const seen = async () => {
      const { rows: tracked } = await lookTracker.see(story.maya(), {})
      const inbox = await lookInbox.see(story.being('noor'), {})
      return [tracked, Object.values(inbox.parts).flat()].map(
        (rows) => rows.find(({ id }) => id === referralId)?.nextVisitAt,
      )
    }
    expect(await seen()).toEqual([null, null])
    await story.parts.visit(referralId)
    const thursday = new Date('2026-10-15T23:30:00Z')
    expect(await seen()).toEqual([thursday, thursday])
  })
})
