import { afterAll, beforeAll, expect, test } from 'vitest'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
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
