import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type CaseReviewStory, caseReviewStory, coordinates, said } from '#tests/support/case-review-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { closeReview } from './close-review.ts'
import { lookLine } from './look-line.ts'
import { lookPaper } from './look-paper.ts'
import { lookProgressMeetings } from './look-progress-meetings.ts'
import { lookReview } from './look-review.ts'
import { lookTask } from './look-task.ts'
import { markLine } from './mark-line.ts'
import { openProgressMeeting } from './open-progress-meeting.ts'

let story: CaseReviewStory
let reviewId = ''
beforeAll(async () => {
  story = await caseReviewStory()
  await story.accepted('sofia', coordinates)
  await story.accepted('mateo', coordinates)
  // Whose family let nobody coordinate: counted, and on no list.
  await story.accepted('theo')
})
afterAll(() => story.close())

const grace = () => story.being('grace')
const list = () => lookProgressMeetings.see(grace(), {})
const begin = (of: readonly FamilyKey[]) =>
  openProgressMeeting.perform(grace(), {
    schoolIds: [schools.alderCreek.id],
    studentIds: of.map((family) => families[family].id),
  })
const dueAt = async () => (await list()).due.find(({ schoolId }) => schoolId === schools.alderCreek.id)
describe('A meeting about progress', () => {
  test('offers those whose families agreed, and counts the others', async () => {
    const { students, notConsented } = await list()
    expect(new Set(students.map(({ studentId }) => studentId))).toEqual(
      new Set([families.sofia.id, families.mateo.id]),
    )
    expect(notConsented).toBe(1)
  })

  test('speaks of those who were chosen, and of nobody without a yes', async () => {
    expect(await begin([])).toEqual({ done: false, because: ['nobody_chosen'] })
    expect(await begin(['theo'])).toEqual({ done: false, because: ['not_here'] })
    reviewId = story.must(await begin(['sofia'])).reviewId
    const { lines } = await lookReview.see(grace(), { reviewId })
    expect(lines.map(({ studentId }) => studentId)).toEqual([families.sofia.id])
    expect(await begin(['mateo'])).toEqual({ done: false, because: ['under_way'] })
  })

  test('keeps how all in service do as it began, with small counts hidden [R143] [R171]', async () => {
    const [row] = (await story.admin.query('select figures from weekly_review where id = $1', [reviewId]))
      .rows
    expect(row.figures).toMatchObject([{ schoolId: schools.alderCreek.id, inService: 3 }])
    const { figures, lines } = await lookReview.see(grace(), { reviewId })
    expect(figures).toEqual({
      schools: [{ schoolId: schools.alderCreek.id, schoolName: schools.alderCreek.name, counts: null }],
      total: null,
    })
    expect(lines).toHaveLength(1)
    const paper = await lookPaper.see(grace(), { reviewId })
    expect(paper.figures).toEqual(figures)
    const pages = await pagesOf(story)
    const { html } = await pages.get('grace', `/reviews/${reviewId}`)
    expect(html).toContain('suppressed')
    expect(html).toContain('Progress meeting of Alder Creek')
    await pages.close()
  })

  test('shows the agreed measures over time, and what is decided becomes somebody’s task', async () => {
    const [line] = (await lookReview.see(grace(), { reviewId })).lines
    const at = { reviewId, referralId: line?.referralId as string }
    const seen = await lookLine.see(grace(), at)
    expect(seen.course?.attendance).toHaveLength(6)
    const task = { decision: 'task', what: 'call_family', ownerId: cast.maya.id, dueOn: '2026-10-20' }
    story.must(await markLine.perform(grace(), { ...at, ...said, ...task }))
    const { tasks } = await lookLine.see(grace(), at)
    expect(tasks).toMatchObject([{ what: 'call_family', ownerName: cast.maya.name, reviewId }])
    expect(await lookTask.see(story.being('maya'), { taskId: tasks[0]?.id })).toBeDefined()
    story.must(await closeReview.perform(grace(), { reviewId, personIds: [cast.grace.id, cast.tomas.id] }))
  })

  test('is owed again within four weeks: what is longer is flagged on its page [R171]', async () => {
    expect(await dueAt()).toMatchObject({ lastAt: story.clock.now(), late: false })
    story.clock.set('2026-11-09T18:00:00Z')
    expect(await dueAt()).toMatchObject({ late: false })
    story.clock.set('2026-11-12T18:00:00Z')
    expect(await dueAt()).toMatchObject({ late: true })
    story.must(await begin(['mateo']))
    expect(await dueAt()).toMatchObject({ late: false })
  })
})
