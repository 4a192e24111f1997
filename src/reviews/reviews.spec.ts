import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { closeReview } from './close-review.ts'
import { finishTask } from './finish-task.ts'
import { lookLine } from './look-line.ts'
import { lookReview } from './look-review.ts'
import { lookReviews } from './look-reviews.ts'
import { lookTask } from './look-task.ts'
import { markLine } from './mark-line.ts'
import { openReview } from './open-review.ts'

let story: StalledStory
const alderCreek = { schoolIds: [schools.alderCreek.id] }
const goesOn = { outcome: 'reviewed', decision: 'goes_on' }
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

async function begin(by: 'maya' | 'ruth' = 'maya') {
  const { reviewId } = story.must(await openReview.perform(story.being(by), alderCreek))
  return { reviewId, ...(await lookReview.see(story.being(by), { reviewId })) }
}
const mark = (reviewId: string, referralId: string, given: object = goesOn) =>
  markLine.perform(story.being('maya'), { reviewId, referralId, ...given })
const end = (reviewId: string) =>
  closeReview.perform(story.being('maya'), { reviewId, personIds: [cast.maya.id, cast.daniel.id] })
/** Who was told of a task that a review gave them, and how often they were written to. */
const toldOf = async (taskId: string) =>
  (
    await story.admin.query(
      `select n.person_id, (select count(*)::int from message m where m.district_id = n.district_id
         and m.person_id = n.person_id and m.cause = n.kind and m.subject_id = n.subject_id) as written
       from notice n where n.kind = 'review_task.given' and n.subject_id = $1`,
      [taskId],
    )
  ).rows
const weekAt = async () => {
  const { week } = await lookReviews.see(story.being('ruth'), {})
  return week.schools.find(({ schoolId }) => schoolId === schools.alderCreek.id)
}

describe('A weekly review', () => {
  test('lists every open referral, what stalled first; what nobody came to is not reviewed that week [R079]', async () => {
    const { referralId: stalled } = await story.stalled('kayla')
    const fresh = await story.decide('lena')
    const third = await story.decide('mateo')
    const { reviewId, lines } = await begin()
    expect(lines.map((line) => line.referralId)[0]).toBe(stalled)
    expect(new Set(lines.map((line) => line.referralId))).toEqual(new Set([stalled, fresh, third]))
    story.must(await mark(reviewId, stalled))
    const putOff = { outcome: 'deferred', deferredBecause: 'somebody_missing' }
    story.must(await mark(reviewId, fresh, putOff))
    story.must(await end(reviewId))
    expect(await weekAt()).toMatchObject({ open: 3, reviewed: 1, deferred: 1 })
    const after = await lookReview.see(story.being('ruth'), { reviewId })
    expect(after.people.map(({ name }) => name)).toEqual(['Daniel Reyes', 'Maya Okafor'])
    expect(after.lines.find((line) => line.referralId === third)?.outcome).toBeNull()
    expect(await mark(reviewId, third)).toMatchObject({ because: ['closed_already'] })

    // The next review of the week begins with what is left, and the week after with everything.
    const next = await begin('ruth')
    expect(next.lines.map((line) => line.referralId).toSorted()).toEqual([fresh, third].toSorted())
    for (const line of next.lines) story.must(await mark(next.reviewId, line.referralId))
    story.must(await end(next.reviewId))
    expect(await openReview.perform(story.being('maya'), alderCreek)).toMatchObject({
      because: ['nothing_left'],
    })
    story.pass(7 * story.day)
    expect(await weekAt()).toMatchObject({ open: 3, reviewed: 0 })
    expect((await lookReviews.see(story.being('ruth'), {})).earlier[0]).toMatchObject({
      open: 3,
      reviewed: 3,
    })
  })

  test('is held once at a time for a school, and by nobody of another school', async () => {
    const { reviewId, lines } = await begin()
    expect(await openReview.perform(story.being('ruth'), alderCreek)).toMatchObject({
      because: ['under_way'],
    })
    await expect(openReview.perform(story.being('jonah'), alderCreek)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(lookReview.see(story.being('jonah'), { reviewId })).rejects.toMatchObject({
      code: 'not_found',
    })
    const referralId = lines[0]?.referralId
    await expect(
      markLine.perform(story.being('jonah'), { reviewId, referralId, ...goesOn }),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect(await closeReview.perform(story.being('maya'), { reviewId, personIds: [] })).toMatchObject({
      because: ['nobody'],
    })
    expect(
      await closeReview.perform(story.being('maya'), { reviewId, personIds: [cast.jonah.id] }),
    ).toMatchObject({ because: ['unknown_person'] })
    story.must(await end(reviewId))
  })

  test('makes somebody’s task of what it decides, which is owed until it is ended', async () => {
    story.pass(7 * story.day)
    const { reviewId, lines } = await begin()
    const referralId = lines[0]?.referralId as string
    const dueOn = story.later()
    const given = {
      outcome: 'reviewed',
      decision: 'task',
      what: 'call_family',
      ownerId: cast.daniel.id,
      dueOn,
    }
    story.must(await mark(reviewId, referralId, { ...given, words: 'After four, she works mornings.' }))
    const { tasks } = await lookLine.see(story.being('maya'), { reviewId, referralId })
    const task = tasks.find(({ outcome }) => outcome === null)
    expect(task).toMatchObject({ what: 'call_family', ownerName: 'Daniel Reyes', dueOn })
    // Daniel was not at the table: a notice, and a message that says of nobody what it is.
    expect(await toldOf(task?.id as string)).toEqual([{ person_id: cast.daniel.id, written: 1 }])
    const { task: seen } = await lookTask.see(story.being('daniel'), { taskId: task?.id })
    expect(seen.words).toBe('After four, she works mornings.')
    await expect(lookTask.see(story.being('jonah'), { taskId: task?.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    const finish = () => finishTask.perform(story.being('daniel'), { taskId: task?.id, outcome: 'done' })
    story.must(await finish())
    expect(await finish()).toMatchObject({ because: ['finished_already'] })
    const after = await lookLine.see(story.being('maya'), { reviewId, referralId })
    expect(after.tasks[0]).toMatchObject({ outcome: 'done', finishedByName: 'Daniel Reyes' })
    // Whoever takes a task on at the table knows of it.
    story.must(await mark(reviewId, lines[1]?.referralId as string, { ...given, ownerId: cast.maya.id }))
    const own = await lookLine.see(story.being('maya'), {
      reviewId,
      referralId: lines[1]?.referralId as string,
    })
    expect(own.tasks.map(({ ownerName }) => ownerName)).toEqual([cast.maya.name])
    expect(await toldOf(own.tasks[0]?.id as string)).toEqual([])
    story.must(await end(reviewId))
  })

  test('asks the lead, and a stalled loop opens', async () => {
    story.pass(7 * story.day)
    const referralId = await story.decide('sofia')
    await story.choose(referralId)
    await story.answer(referralId, 'sofia', { referral_disclosure: 'yes' })
    const { reviewId } = await begin()
    const ask = { outcome: 'reviewed', decision: 'ask_lead', words: 'Three agencies have no room.' }
    story.must(await mark(reviewId, referralId, ask))
    expect(await story.escalationsOf(referralId)).toMatchObject([{ cause: 'asked', state: 'open' }])
  })

  test('says where a loop stands to the head of the district, and not when the family agreed', async () => {
    const { reviewId, lines } = await beginAgain()
    const agreed = lines.find(({ consentAt }) => consentAt !== null)
    expect(agreed).toBeDefined()
    const seen = await lookReview.see(story.being('yolanda'), { reviewId })
    const line = seen.lines.find(({ referralId }) => referralId === agreed?.referralId)
    expect(line).toMatchObject({ state: agreed?.state, consentAt: null, declinedAt: null })
    const one = await lookLine.see(story.being('yolanda'), { reviewId, referralId: agreed?.referralId })
    expect(one.line.consentAt).toBeNull()
  })

  test('has no line about a student for whoever is kept from that student', async () => {
    const { reviewId, lines } = await beginAgain()
    const line = lines[0]
    await story.admin.query(
      `begin; set local session_replication_role = replica;
       insert into access_block (district_id, id, student_id, person_id, kind, set_at, set_by)
       values ('${story.districtId}', '01a00000-0000-7000-8000-00000000b10c', '${line?.studentId}', '${cast.daniel.id}',
         'conflict_of_interest', now(), '${cast.ruth.id}'); commit`,
    )
    const daniel = story.being('daniel')
    const kept = story.as({ ...daniel.actor, blockedIds: [line?.studentId as string] })
    const seen = await lookReview.see(kept, { reviewId })
    expect(seen.lines.map(({ studentId }) => studentId)).not.toContain(line?.studentId)
    expect(seen.lines.length).toBeLessThan(lines.length)
    await expect(lookLine.see(kept, { reviewId, referralId: line?.referralId })).rejects.toMatchObject({
      code: 'not_found',
    })
    const { owners } = await lookLine.see(story.being('maya'), { reviewId, referralId: line?.referralId })
    expect(owners.map(({ id }) => id)).not.toContain(cast.daniel.id)
  })
})

/** The one that is under way. */
async function beginAgain() {
  const { reviews } = await lookReviews.see(story.being('maya'), {})
  const reviewId = reviews[0]?.id as string
  return { reviewId, ...(await lookReview.see(story.being('maya'), { reviewId })) }
}
