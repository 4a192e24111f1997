import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookCaseload } from '#caseloads/look-caseload.ts'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { lookInbox } from '#referrals/look-inbox.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { partners, schools } from '#tests/riverside/places.ts'
import {
  alderCreek,
  type CaseReviewStory,
  caseReviewStory,
  coordinates,
  said,
} from '#tests/support/case-review-story.ts'
import { visitFor } from '#tests/support/handoff-story.ts'
import { closeReview } from './close-review.ts'
import { lookCaseReviews } from './look-case-reviews.ts'
import { lookLine } from './look-line.ts'
import { lookPaper } from './look-paper.ts'
import { openCaseReview } from './open-case-review.ts'
import { openReview } from './open-review.ts'

let story: CaseReviewStory
let sofia: string
let mateo: string
beforeAll(async () => {
  story = await caseReviewStory()
  sofia = (await story.accepted('sofia', coordinates)).referralId
  await story.accepted('theo')
  mateo = (await story.accepted('mateo', coordinates)).referralId
  await story.alsoAtNorthbank('sofia')
})
afterAll(() => story.close())

const end = (reviewId: string, people: CastKey[] = ['grace', 'tomas']) =>
  closeReview.perform(story.being('grace'), { reviewId, personIds: people.map((key) => cast[key].id) })
const week = async () => {
  const seen = await lookCaseReviews.see(story.being('grace'), {})
  return { ...seen.week.schools.find(({ schoolId }) => schoolId === schools.alderCreek.id), ...seen.week }
}
const readingsOf = async (family: FamilyKey) =>
  (
    await story.admin.query<{ kind: string; items: string[]; partner_id: string }>(
      'select kind, items, partner_id from disclosure_reading where student_id = $1',
      [families[family].id],
    )
  ).rows

describe('A case review', () => {
  let reviewId: string

  test('makes its own list of the caseloads within consent, the others as a count, and has every row reviewed or put off [R161]', async () => {
    reviewId = await story.begin()
    const { lines, review: begun, cases } = await story.review(reviewId)
    expect(new Set(lines.map(({ studentId }) => studentId))).toEqual(
      new Set([families.sofia.id, families.mateo.id]),
    )
    expect(begun.notConsented).toBe(1)
    const at = lines.findIndex(({ studentId }) => studentId === families.sofia.id)
    expect(cases[at]?.agencies.map(({ partnerName }) => partnerName).toSorted()).toEqual([
      'Cedar Street',
      'Northbank',
    ])
    const another = await openCaseReview.perform(story.being('maya'), alderCreek)
    expect(another).toMatchObject({ because: ['under_way'] })
    // The weekly review of open referrals goes on beside it.
    story.must(await openReview.perform(story.being('maya'), alderCreek))

    expect(await story.mark(reviewId, 'mateo', { outcome: 'deferred' })).toMatchObject({
      because: ['reason_missing'],
    })
    story.must(
      await story.mark(reviewId, 'mateo', { outcome: 'deferred', deferredBecause: 'somebody_missing' }),
    )
    expect(await week()).toMatchObject({ open: 2, reviewed: 0, deferred: 1, notConsented: 1 })
  })

  test('says of each student how the visit, the barriers and the measures stand, and not against the record [R161]', async () => {
    const nothing = { visitSaid: '', barriersSaid: '', measuresSaid: '' }
    expect(await story.mark(reviewId, 'sofia', nothing)).toMatchObject({
      because: ['visit_missing', 'barriers_missing', 'measures_missing'],
    })
    const wrong = { visitSaid: 'confirmed', measuresSaid: 'updated' }
    expect(await story.mark(reviewId, 'sofia', wrong)).toMatchObject({
      because: ['no_visit_to_confirm', 'measures_not_updated'],
    })
    story.must(await bookAppointment.perform(story.being('maya'), visitFor(sofia)))
    expect(await story.mark(reviewId, 'sofia', {})).toMatchObject({ because: ['visit_is_booked'] })
    const task = { decision: 'task', what: 'call_family', ownerId: cast.maya.id, dueOn: '2026-10-20' }
    story.must(await story.mark(reviewId, 'sofia', { visitSaid: 'confirmed', ...task }))
    const referralId = await story.lineOf(reviewId, 'sofia')
    const { line, tasks } = await lookLine.see(story.being('grace'), { reviewId, referralId })
    expect(line).toMatchObject({ ...said, visitSaid: 'confirmed', decision: 'task' })
    expect(tasks).toMatchObject([{ what: 'call_family', ownerName: 'Maya Okafor', dueOn: '2026-10-20' }])
    expect(await week()).toMatchObject({ open: 2, reviewed: 1, deferred: 1 })
  })

  test('tells each agency its own part: dates, and who does what; each reading stands in the accounting [R161]', async () => {
    const [cedar, north] = [await story.parts('noor'), await story.parts('farah')]
    expect(cedar).toMatchObject([{ what: 'call_family', doneBy: 'navigator', dueOn: '2026-10-20' }])
    expect(cedar[0]?.nextVisitAt).not.toBeNull()
    expect(cedar[0]?.otherVisitsAt).toEqual([])
    // The other agency reads when the visit elsewhere is, and no other word of it.
    expect(north[0]?.otherVisitsAt).toEqual([cedar[0]?.nextVisitAt])
    expect(north[0]?.nextVisitAt).toBeNull()
    expect(JSON.stringify(north)).not.toContain(sofia)
    expect(await story.parts('elliot')).toEqual([])
    const read = (await readingsOf('sofia')).filter(({ items }) => items.includes('coordination'))
    expect(read.map(({ kind }) => kind)).toEqual(['portal_list', 'portal_list'])
    expect(new Set(read.map(({ partner_id }) => partner_id))).toEqual(
      new Set([partners.cedarStreet.id, partners.northbank.id]),
    )
  })

  test('lists both agencies of a student to the coordinator, and each agency sees its own alone [R165]', async () => {
    const { students } = await lookCaseload.see(story.being('grace'), {})
    const row = students.find(({ studentId }) => studentId === families.sofia.id)
    expect(row?.agencies.map(({ partnerName }) => partnerName).toSorted()).toEqual([
      'Cedar Street',
      'Northbank',
    ])
    const inbox = async (who: CastKey) => JSON.stringify(await lookInbox.see(story.being(who), {}))
    const north = row?.agencies.find(({ partnerId }) => partnerId === partners.northbank.id)?.referralId
    expect(await inbox('noor')).toContain(sofia)
    expect(await inbox('noor')).not.toContain(north)
    expect(await inbox('farah')).toContain(north)
    expect(await inbox('farah')).not.toContain(sofia)
  })

  test('is on paper for the table, and each student’s accounting says so', async () => {
    const { rows } = await lookPaper.see(story.being('grace'), { reviewId })
    expect(rows).toHaveLength(2)
    const printed = { kind: 'print', items: ['case_review'] }
    expect(await readingsOf('mateo')).toContainEqual(expect.objectContaining(printed))
  })

  test('ends with who took part, those of the agencies among them; what is left begins the next one', async () => {
    story.must(await end(reviewId))
    const { people } = await story.review(reviewId)
    expect(people.map(({ name }) => name)).toEqual(['Grace Whitfield', 'Tomas Lindqvist'])
    const next = await story.begin()
    expect((await story.review(next)).lines.map(({ studentId }) => studentId)).toEqual([families.mateo.id])
    story.must(await story.mark(next, 'mateo', {}))
    story.must(await end(next))
    const last = await openCaseReview.perform(story.being('grace'), alderCreek)
    expect(last).toMatchObject({ because: ['nothing_left'] })
  })

  test('reviews nobody whose family took its yes back, and the agency’s part is gone at the next request', async () => {
    story.clock.set('2026-10-20T17:00:00Z')
    const again = await story.begin()
    expect(await story.parts('noor')).toHaveLength(2)
    await story.takeBack(mateo)
    expect(await story.mark(again, 'mateo', {})).toMatchObject({ because: ['yes_taken_back'] })
    story.must(await story.mark(again, 'mateo', { outcome: 'deferred', deferredBecause: 'word_awaited' }))
    expect((await story.parts('noor')).map(({ name }) => name)).toEqual([expect.stringMatching(/Sofia/)])
  })
})
