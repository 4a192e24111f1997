import { afterAll, beforeAll, expect, test } from 'vitest'
import { routeQueue } from '#concerns/route-queue.ts'
import { endAccess } from '#district/contract.ts'
import { cast } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { lookToday } from './look-today.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

test('what waits for a role nobody holds any more stands on Today of all triage staff [R018]', async () => {
  const given = { schoolId: schools.alderCreek.id, role: 'nurse' }
  story.must(await routeQueue.perform(story.being('yolanda'), given))
  const concernId = await story.raise('owen', { urgency: 'today' })
  const waitsFor = async (key: 'daniel' | 'ines' | 'helen') =>
    JSON.stringify(await lookToday.see(story.being(key), {})).includes(concernId)
  expect([await waitsFor('ines'), await waitsFor('daniel'), await waitsFor('helen')]).toEqual([
    true,
    false,
    false,
  ])
  story.must(await endAccess.perform(story.being('yolanda'), { personId: cast.ines.id }))
  expect([await waitsFor('daniel'), await waitsFor('helen')]).toEqual([true, true])
})
