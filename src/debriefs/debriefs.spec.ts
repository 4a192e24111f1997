import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { steps } from '#crisis/contract.ts'
import { cast } from '#tests/riverside/cast.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { addImprovement } from './add-improvement.ts'
import { answerRequest } from './answer-request.ts'
import { endImprovement } from './end-improvement.ts'
import { jobs } from './jobs.ts'
import { lookRequests } from './look-requests.ts'
import { lookReview } from './look-review.ts'
import { lookReviews } from './look-reviews.ts'
import { requestChange } from './request-change.ts'
import { writeReview } from './write-review.ts'

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
})
afterAll(() => story.close())

const said = { outcome: 'He is at home, and safe.', learned: 'The crisis team came quickly.' }
const see = (incidentId: string) => lookReview.see(story.being('samuel'), { incidentId })
async function write(incidentId: string, given: object = {}, by: 'samuel' | 'ruth' = 'samuel') {
  const { recorded } = await see(incidentId)
  return writeReview.perform(story.being(by), { incidentId, marks: recorded, ...said, ...given })
}

describe('After an incident was closed', () => {
  test('a review is owed, whole only with each step, what was learned and what is improved [R108]', async () => {
    const incidentId = await story.closed()
    const before = await see(incidentId)
    expect(before.review).toMatchObject({ writtenAt: null, ledByName: 'Ruth Halvorsen', byAnother: true })
    expect(before.review.ownerId).not.toBe(cast.ruth.id)
    expect(before.entries.map(({ kind }) => kind)).toContain('response_called')
    expect(Object.keys(before.recorded)).toEqual(steps)
    expect(before.recorded).toMatchObject({ safety: 'followed', response: 'followed', handover: 'followed' })

    const open = await writeReview
      .perform(story.being('samuel'), { incidentId, ...said })
      .catch((error) => error)
    expect(open).toMatchObject({ code: 'not_valid' })
    expect(await write(incidentId)).toMatchObject({ because: ['improvement_missing'] })
    const better = { incidentId, words: 'Put the numbers by each door', ownerId: cast.ruth.id }
    const dueOn = story.later()
    story.must(await addImprovement.perform(story.being('samuel'), { ...better, dueOn }))
    expect(await write(incidentId, {}, 'ruth')).toMatchObject({ because: ['you_led'] })
    story.must(await write(incidentId, { marks: { ...before.recorded, clinician: 'not_documented' } }))
    const { review, improvements } = await see(incidentId)
    expect(review).toMatchObject({ ...said, writtenByName: cast.samuel.name, nothingToImprove: false })
    expect(improvements).toMatchObject([
      { words: 'Put the numbers by each door', ownerName: 'Ruth Halvorsen' },
    ])
    expect(await write(incidentId)).toMatchObject({ because: ['written_already'] })

    const { counted, written } = await lookReviews.see(story.being('ruth'), {})
    expect(written).toBe(1)
    expect(counted.find(({ step }) => step === 'clinician')?.of).toMatchObject({ not_documented: 1 })
  })

  test('a step that was left out is not followed, and one of which nothing was written is not documented', async () => {
    const incidentId = await story.closed({ skipped: 'safety' })
    expect((await see(incidentId)).recorded).toMatchObject({ safety: 'not_followed', roles: 'followed' })
    await story.behind(`delete from crisis_entry where kind = 'report_checked' and incident_id = $1`, [
      incidentId,
    ])
    expect((await see(incidentId)).recorded).toMatchObject({ report: 'not_documented' })
  })

  test('a late one is told once, to who owes it and to the lead', async () => {
    const incidentId = await story.closed()
    const { review } = await see(incidentId)
    const late = () => jobs[0]?.run(story.system(), { incidentId, district_id: story.districtId })
    await expect(late()).rejects.toThrow('not due')
    story.clock.set(new Date(review.dueAt.getTime() + 60_000))
    await late()
    const told = await story.rows<{ person_id: string }>(
      `select person_id from notice where kind = 'incident_review.late' and subject_id = $1`,
      [incidentId],
    )
    expect(new Set(told.map(({ person_id }) => person_id))).toEqual(new Set([review.ownerId, cast.ruth.id]))
    expect((await see(incidentId)).isLate).toBe(true)
    await late()
    story.must(await write(incidentId, { nothing: 'yes' }))
    expect((await see(incidentId)).review.nothingToImprove).toBe(true)
  })

  test('an improvement is owed by its owner until it is ended, and by nobody of another school', async () => {
    const incidentId = await story.closed()
    const better = { incidentId, words: 'Practice the script', dueOn: story.later() }
    const give = (ownerId: string) => addImprovement.perform(story.being('samuel'), { ...better, ownerId })
    expect(await give(cast.jonah.id)).toMatchObject({ because: ['owner_unknown'] })
    story.must(await give(cast.daniel.id))
    const [improvement] = (await see(incidentId)).improvements
    const end = (by: 'daniel' | 'jonah') =>
      endImprovement.perform(story.being(by), { improvementId: improvement?.id, outcome: 'done' })
    await expect(end('jonah')).rejects.toMatchObject({ code: expect.stringMatching(/not_/) })
    story.must(await end('daniel'))
    expect(await end('daniel')).toMatchObject({ because: ['ended_already'] })
  })

  test('who governs the standard sees what it is asked to say, and answers it', async () => {
    story.must(await requestChange.perform(story.being('ruth'), { words: 'Say who meets the mobile team' }))
    const [request] = (await lookRequests.see(story.being('yolanda'), {})).requests
    expect(request).toMatchObject({ words: 'Say who meets the mobile team', askedByName: 'Ruth Halvorsen' })
    const answer = { changeRequestId: request?.id, answer: 'taken_up', reason: 'Every school asks for it' }
    await expect(answerRequest.perform(story.being('ruth'), answer)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    story.must(await answerRequest.perform(story.being('yolanda'), answer))
    expect(await answerRequest.perform(story.being('yolanda'), answer)).toMatchObject({
      because: ['answered_already'],
    })
    expect((await lookRequests.see(story.being('ruth'), {})).requests[0]).toMatchObject({
      answer: 'taken_up',
    })
  })
})
