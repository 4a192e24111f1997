import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagesOf } from '#tests/support/pages.ts'
import { type CaseReviewStory, caseReviewStory, coordinates } from '#tests/support/case-review-story.ts'

let story: CaseReviewStory
beforeAll(async () => {
  story = await caseReviewStory()
  await story.accepted('sofia', coordinates)
  await story.accepted('theo', coordinates)
})
afterAll(() => story.close())

test('Students of caseloads nobody reviewed this week stand on Today of whoever reviews, until each was [R161]', async () => {
  const pages = await pagesOf(story)
  const waits = async () =>
    />([^<]*caseloads?[^<]*not reviewed this week\.)/.exec((await pages.get('maya', '/today')).html)?.[1]
  expect(await waits()).toBe('2 students on caseloads were not reviewed this week.')
  const reviewId = await story.begin()
  story.must(await story.mark(reviewId, 'sofia', {}))
  const putOff = { outcome: 'deferred', deferredBecause: 'no_time', decision: undefined }
  story.must(await story.mark(reviewId, 'theo', putOff))
  expect(await waits()).toBe('1 student on a caseload was not reviewed this week.')
  story.must(await story.mark(reviewId, 'theo', {}))
  expect(await waits()).toBeUndefined()
  expect(pages.broken).toEqual([])
  await pages.close()
})
