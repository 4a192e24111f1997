import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMinorRule } from '#consent/add-minor-rule.ts'
import { approveMinorRule } from '#consent/approve-minor-rule.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { byPhone } from '#tests/support/referral-story.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { recordContact } from './record-contact.ts'

let story: StalledStory
let stalled: { referralId: string; escalationId: string }
beforeAll(async () => {
  story = await stalledStory()
  stalled = await story.stalled('kayla')
  await story.choose(stalled.referralId)
})
afterAll(() => story.close())

const rule = {
  state: 'ca',
  care: 'mental_health',
  fromAge: '13',
  caregiverTold: 'no',
  source: 'Invented for a spec',
  inForceFrom: '2026-09-01',
}

/** The student says yes to the care alone, under a rule that legal approved. */
async function answerAlone(referralId: string): Promise<void> {
  const { ruleId } = story.must(await addMinorRule.perform(story.being('yolanda'), rule))
  const approval = { ruleId, approvedBy: 'Counsel of the district', approvedOn: '2026-10-01' }
  story.must(await approveMinorRule.perform(story.being('leila'), approval))
  const own = { ...byPhone('kayla'), caregiverId: undefined, grantorKind: 'student', care: 'mental_health' }
  const answers = { services: 'yes' }
  story.must(await recordConsent.perform(story.being('maya'), { referralId, ...own, answers }))
}

test('of care a student agreed to alone sends nobody to a caregiver: the student is talked with [R151]', async () => {
  const { escalationId } = stalled
  const pages = await pagesOf(story)
  const shown = async () => (await pages.get('ruth', `/escalations/${escalationId}`)).html
  const call = (spokeWith: string) =>
    recordContact.perform(story.being('ruth'), {
      escalationId,
      reached: 'yes',
      spokeWith,
      barriers: ['transportation'],
    })
  expect(await shown()).toContain('Did you reach the family?')
  await answerAlone(stalled.referralId)
  const html = await shown()
  expect(html).toContain('Do not contact a caregiver about it')
  expect(html).not.toContain('Did you reach the family?')
  expect(await call('caregiver')).toEqual({ done: false, because: ['student_answers_alone'] })
  expect(await call('student')).toMatchObject({ done: true })
  expect(await shown()).toContain('The student was talked with.')
  expect(pages.broken).toEqual([])
  await pages.close()
})
