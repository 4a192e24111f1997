import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishEdited } from '#standards/publish-edited.ts'
import { cast } from '#tests/riverside/cast.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'

let story: StalledStory
let referralId = ''
beforeAll(async () => {
  story = await stalledStory()
  referralId = await story.decide('mateo')
})
afterAll(() => story.close())

const kept = async () =>
  (await story.breachesOf(referralId)).map(({ clock, due_at, standard, person_id }) => ({
    clock,
    due: due_at.toISOString(),
    version: standard.version,
    who: person_id,
  }))
const news = async () =>
  (
    await story.admin.query(
      `select kind, count(*)::int as times from notice where subject_id = $1 and kind like 'missed.%' group by kind order by kind`,
      [referralId],
    )
  ).rows

describe('A standard of the model that was missed', () => {
  test('is kept once the day is over: the same-day handoff, with who had it [R042]', async () => {
    // Monday at nine: due at closing, and on time until midnight.
    story.clock.set('2026-10-06T06:59:00Z')
    await story.round()
    expect(await kept()).toEqual([])
    story.clock.set('2026-10-06T07:00:00Z')
    await Promise.all([story.round(), story.round()])
    await story.round()
    expect(await kept()).toMatchObject([{ clock: 'warm_handoff', version: 1, who: cast.maya.id }])
    expect(await news()).toEqual([{ kind: 'missed.warm_handoff', times: 1 }])
    expect(await story.escalationsOf(referralId)).toEqual([])
  })

  test('keeps the standard of its decision, though a shorter one came later [R016]', async () => {
    const shorter = {
      kind: 'time_standards',
      version: 1,
      inForceOn: '2026-10-06',
      decision: 'Board of October 6',
      body: { assessment: { limit: { unit: 'calendar_days', amount: '3' } } },
    }
    story.must(await publishEdited.perform(story.being('yolanda'), shorter))
    // Three days are over; the week is not.
    story.clock.set('2026-10-10T19:00:00Z')
    await story.round()
    expect((await kept()).map(({ clock }) => clock)).toEqual(['warm_handoff'])
    story.clock.set('2026-10-13T07:00:00Z')
    await story.round()
    expect((await kept()).find(({ clock }) => clock === 'assessment')).toMatchObject({
      due: '2026-10-12T16:00:00.000Z',
      version: 1,
    })
    expect(await news()).toEqual([
      { kind: 'missed.assessment', times: 1 },
      { kind: 'missed.warm_handoff', times: 1 },
    ])
  })
})
