import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordResult } from '#referrals/record-result.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { lookCycling } from './look-cycling.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const listed = async (by: 'maya' | 'jonah') =>
  (await lookCycling.see(story.being(by), {})).rounds.map(
    ({ studentName, referrals, unconnected, missed }) => ({ studentName, referrals, unconnected, missed }),
  )
const withdraw = async (referralId: string) => {
  const asked = { referralId, askedBy: 'caregiver', channel: 'phone' }
  story.must(await withdrawReferral.perform(story.being('maya'), asked))
}

test('whoever is referred again after it came to nothing is on the list, and a second referral alone is not [R174]', async () => {
  const { referralId } = await story.accepted('sofia')
  const appointmentId = await story.book(referralId)
  story.clock.set('2026-10-16T17:00:00Z')
  const missed = { referralId, appointmentId, result: 'no_show' }
  story.must(await recordResult.perform(story.noor(), missed))
  expect(await listed('maya')).toEqual([])
  await withdraw(referralId)
  expect(await listed('maya'), 'one referral is no round').toEqual([])
  await story.decide('sofia')
  await story.decide('kayla')
  const round = { studentName: 'Sofia Delgado', referrals: 2, unconnected: 1, missed: 1 }
  expect(await listed('maya')).toEqual([round])
  expect(await listed('jonah')).toEqual([])
})
