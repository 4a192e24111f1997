import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setAbsence } from '#district/set-absence.ts'
import { cast } from '#tests/riverside/cast.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { peopleForDigest } from './round-store.ts'

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
  await story.decide('mateo')
})
afterAll(() => story.close())

const inDays = (days: number) =>
  new Date(story.clock.now().getTime() + days * story.day).toISOString().slice(0, 10)

describe('The digest of a day', () => {
  test('goes to whoever stands in too, with what falls due of somebody who is away', async () => {
    const asked = {
      day: inDays(1),
      news: new Date(`${inDays(1)}T00:00:00Z`),
      until: new Date(`${inDays(2)}T00:00:00Z`),
      now: story.clock.now(),
      deciders: ['counselor'] as const,
    }
    const scope = { districtId: story.districtId, side: 'system' } as const
    const told = () => story.db.transaction(scope, (tx) => peopleForDigest(tx, asked))
    expect(await told()).toContain(cast.maya.id)
    expect(await told()).not.toContain(cast.grace.id)
    const away = { personId: cast.maya.id, backupId: cast.grace.id, fromOn: inDays(0), throughOn: inDays(2) }
    story.must(await setAbsence.perform(story.being('maya'), away))
    expect(await told()).toContain(cast.grace.id)
  })
})
