import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { acknowledgeStop } from './acknowledge-stop.ts'
import { closeReferral } from './close-referral.ts'
import { confirmFeedback } from './confirm-feedback.ts'
import { lookClosing } from './look-closing.ts'
import { lookInbox } from './look-inbox.ts'
import { lookPacket } from './look-packet.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const stops = async () => (await lookInbox.see(story.noor(), {})).stops
const close = (referralId: string, given: object) =>
  closeReferral.perform(story.being('maya'), { referralId, ...given })

const plan = { plan: 'Group at school', attributedTo: 'intake_barrier', reason: 'transportation' }
const endings: [string, FamilyKey, string, object][] = [
  [
    'by a choice of the family',
    'emma',
    'E. S.',
    { ending: 'family_choice', askedBy: 'caregiver', channel: 'phone' },
  ],
  ['by a move', 'lena', 'L. N.', { ending: 'moved', destination: 'Fairhaven' }],
  ['with another plan', 'theo', 'T. B.', { ending: 'alternative_plan', ...plan }],
]

describe('A referral that ends at school', () => {
  test.each(endings)(
    '%s: the agency is told that it ended and not how, and says that it has read so',
    async (_how, family, initials, given) => {
      const { referralId } = await story.accepted(family)
      story.must(await close(referralId, given))
      const own = (await stops()).filter((stop) => stop.referralId === referralId)
      expect(own).toMatchObject([{ because: 'ended', initials }])
      const inbox = JSON.stringify(own)
      for (const untold of ['family_choice', 'moved', 'Fairhaven', 'Group at school', 'transportation'])
        expect(inbox).not.toContain(untold)
      expect((await lookPacket.see(story.noor(), { referralId })).packet.content).toBeUndefined()
      story.must(await acknowledgeStop.perform(story.noor(), { referralId }))
      expect((await stops()).map((stop) => stop.referralId)).not.toContain(referralId)
    },
  )

  test('an agency that was never sent it hears nothing, and one whose care goes on is not stopped', async () => {
    const unsent = await story.decide('owen')
    await story.choose(unsent)
    story.must(await close(unsent, { ending: 'family_choice', askedBy: 'caregiver', channel: 'phone' }))
    const { referralId } = await story.seen('mateo')
    story.must(await confirmFeedback.perform(story.being('daniel'), { referralId, sufficient: 'yes' }))
    const exit = (await lookClosing.see(story.being('maya'), { referralId })).choices.exit[0]?.code
    story.must(
      await close(referralId, { ending: 'connected', exitCriterion: exit, stepDown: 'A monthly talk' }),
    )
    const told = (await stops()).map((stop) => stop.referralId)
    expect(told).not.toContain(unsent)
    expect(told).not.toContain(referralId)
  })
})
