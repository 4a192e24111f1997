import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { closeConcern } from './close-concern.ts'
import { closedConcerns } from './closed-concerns.ts'
import { concernPage } from './concern-page.ts'

let story: TriageStory
let concernId: string
beforeAll(async () => {
  story = await triageStory()
  concernId = await story.raise('eli', {}, 'karen')
  const closing = { concernId, reason: 'Talked with him: a cold' }
  story.must(await closeConcern.perform(story.being('priya'), closing))
})
afterAll(() => story.close())

const closed = async (key: 'priya' | 'helen' | 'daniel') =>
  (await closedConcerns.see(story.being(key), {})).concerns

test('a closed concern keeps who closed it and when, beside why [R007]', async () => {
  const kept = 'select closed_by, ended_at, closed_reason from concern where id = $1'
  expect(await story.rows(kept, [concernId])).toEqual([
    { closed_by: cast.priya.id, ended_at: story.clock.now(), closed_reason: 'Talked with him: a cold' },
  ])
  expect(await concernPage.see(story.being('helen'), { concernId })).toMatchObject({ closedBy: 'Priya Nair' })
})

test('those who may triage there find every closed one, with who, when and why [R007]', async () => {
  for (const key of ['priya', 'helen'] as const) {
    expect(await closed(key)).toMatchObject([
      {
        id: concernId,
        closedByName: 'Priya Nair',
        endedAt: story.clock.now(),
        closedReason: 'Talked with him: a cold',
      },
    ])
  }
  expect(await closed('daniel')).toEqual([])
})

test('who raised it does not read why, and neither does another role', async () => {
  for (const key of ['karen', 'lucia'] as const) {
    await expect(closedConcerns.see(story.being(key), {})).rejects.toEqual(new Problem('not_allowed'))
  }
})
