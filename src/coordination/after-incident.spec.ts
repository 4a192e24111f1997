import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookReview } from '#debriefs/look-review.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { checkLost } from './check-lost.ts'
import { lookToday } from './look-today.ts'

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
})
afterAll(() => story.close())

const owes = async (by: CastKey, position = 0) =>
  Object.values((await lookToday.see(story.being(by, position), {})).groups)
    .flat()
    .flatMap((each) => (each.of === 'thing' && each.kind === 'debrief' ? [each] : []))

test('a review of an incident is owed by its owner, and once it is late stands with the lead too [R108]', async () => {
  const incidentId = await story.closed()
  const { review } = await lookReview.see(story.being('samuel'), { incidentId })
  expect(await owes('samuel')).toMatchObject([{ aboutId: incidentId, dueAt: review.dueAt }])
  expect(await owes('ruth', 1)).toEqual([])
  story.clock.set(new Date(review.dueAt.getTime() + 60_000))
  expect(await owes('ruth', 1)).toMatchObject([{ aboutId: incidentId }])
})

test('what is owed after an incident is looked at each night, and whose owner is gone is found', async () => {
  const found = () =>
    story.rows<{ lacks: string }>(
      `select lacks from lost_finding where record_type = 'debrief' and check_id =
        (select id from lost_check order by checked_at desc, id desc limit 1)`,
    )
  const incidentId = await story.closed()
  await checkLost(story.system())
  expect(await found()).toEqual([])
  await story.behind(
    `update assignment set ended_at = $2 where person_id = (select owner_id from incident_review where incident_id = $1)`,
    [incidentId, story.clock.now()],
  )
  await checkLost(story.system())
  expect(await found()).toContainEqual({ lacks: 'owner' })
})
