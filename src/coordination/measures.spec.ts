import { afterAll, beforeAll, expect, test } from 'vitest'
import { assignCoordinator } from '#caseloads/assign-coordinator.ts'
import { markLine } from '#reviews/mark-line.ts'
import { openCaseReview } from '#reviews/open-case-review.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners, schools } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { agreeMeasures } from './agree-measures.ts'
import { lookStudent } from './look-student.ts'
import { instantsOf } from './screens/instants.ts'
import { measureStands } from './screens/measure-stands.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const studentId = families.sofia.id
const agree = async (given: object) =>
  story.must(await agreeMeasures.perform(story.being('daniel'), { studentId, ...given }))

test('days missed, crisis contacts and engagement show where they began and where they stand, and nobody else’s words [R162]', async () => {
  await story.accepted('sofia')
  const began = {
    attendance: '4 of 20 days missed',
    crisis_contacts: 'One in September',
    engagement: 'No visit yet',
  }
  await agree(began)
  story.clock.set('2026-11-10T18:00:00Z')
  await agree({ attendance: '1 of 20 days missed', crisis_contacts: 'None since' })
  const seen = await lookStudent.see(story.being('maya'), { studentId })
  const said = Object.fromEntries(
    (seen.full?.measures ?? []).map((each) => [each.measure, measureStands(each, instantsOf(seen))]),
  )
  expect(said).toEqual({
    attendance: expect.stringMatching(/1 of 20 days missed\. At first, .*Oct\s13.*: 4 of 20 days missed\./),
    crisis_contacts: expect.stringMatching(/None since\. At first, .*Oct\s13.*: One in September\./),
    engagement: expect.stringMatching(/No visit yet\.$/),
  })
})

test('a case review says that measures were brought up to date in the week in which they were, and in no other [R161]', async () => {
  const given = { personId: cast.grace.id, partnerId: partners.cedarStreet.id }
  story.must(await assignCoordinator.perform(story.being('ruth'), given))
  const coordinates = { ...everything, care_coordination: 'yes' } as const
  const { referralId } = await story.accepted('mateo', coordinates)
  const schoolIds = [schools.alderCreek.id]
  const { reviewId } = story.must(await openCaseReview.perform(story.being('grace'), { schoolIds }))
  const said = { visitSaid: 'none_booked', barriersSaid: 'none', measuresSaid: 'updated' }
  const marking = { reviewId, referralId, outcome: 'reviewed', decision: 'goes_on', ...said }
  const mark = () => markLine.perform(story.being('grace'), marking)
  const measured = { studentId: families.mateo.id, engagement: 'Comes each week' }
  const now = story.clock.now()
  story.clock.set(new Date(now.getTime() - 7 * 86_400_000))
  story.must(await agreeMeasures.perform(story.being('grace'), measured))
  story.clock.set(now)
  expect(await mark()).toMatchObject({ because: ['measures_not_updated'] })
  story.must(await agreeMeasures.perform(story.being('grace'), measured))
  story.must(await mark())
})
