import { expect, test } from 'vitest'
import { openProgressMeeting } from '#reviews/open-progress-meeting.ts'
import { schools } from '#tests/riverside/places.ts'
import { families } from '#tests/riverside/families.ts'
import { caseReviewStory, coordinates } from '#tests/support/case-review-story.ts'
import { lookToday } from './look-today.ts'

test('a school that has not met about progress for four weeks waits on Today of whoever reviews there [R171]', async () => {
  const story = await caseReviewStory()
  await story.accepted('sofia', coordinates)
  const duty = async () => {
    const { duties } = await lookToday.see(story.being('maya'), {})
    return duties.find(({ kind }) => kind === 'progress_meetings')
  }
  expect(await duty()).toBeUndefined()
  story.clock.set('2026-11-12T18:00:00Z')
  expect(await duty()).toEqual({ kind: 'progress_meetings', count: 1, late: 1 })
  const given = { schoolIds: [schools.alderCreek.id], studentIds: [families.sofia.id] }
  story.must(await openProgressMeeting.perform(story.being('grace'), given))
  expect(await duty()).toBeUndefined()
  await story.close()
})
