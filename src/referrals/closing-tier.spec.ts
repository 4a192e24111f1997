import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { moveTier } from '#concerns/contract.ts'
import { id } from '#platform/given.ts'
import { shippedModel } from '#standards/contract.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { standardId } from '#tests/riverside/standards.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { closeReferral } from './close-referral.ts'
import { confirmFeedback } from './confirm-feedback.ts'
import { lookClosing } from './look-closing.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

/** A student who enters tier 3. How a tier is decided has specs of its own. */
const enterTierThree = act({
  name: 'specs/enter-tier-three',
  by: ['counselor'],
  given: z.object({ studentId: id, schoolId: id }),
  async do(unit, given) {
    unit.permit(true)
    const tiers = { id: standardId('tiers'), version: 1 }
    const move = {
      fromTier: null,
      toTier: 3,
      exitCriterion: null,
      entryCriterion: 'triage_decision',
    } as const
    moveTier(unit, { ...given, ...move, tiers })
    return done(given)
  },
})

test('only the exit criteria of the tier the student is in are offered, and taken [R158]', async () => {
  const { referralId } = await story.seen('nadia')
  story.must(await confirmFeedback.perform(story.being('maya'), { referralId, sufficient: 'yes' }))
  const offered = async () => (await lookClosing.see(story.being('maya'), { referralId })).choices.exit
  // While no tier is on record any of them may be the one.
  expect(new Set((await offered()).map(({ tier }) => tier))).toEqual(new Set([1, 2, 3]))
  const about = { studentId: families.nadia.id, schoolId: schools.larkspur.id }
  story.must(await enterTierThree.perform(story.being('daniel'), about))
  expect(new Set((await offered()).map(({ tier }) => tier))).toEqual(new Set([3]))

  const connected = { referralId, ending: 'connected', stepDown: 'The counselor checks in each month' }
  const exitOf = (tier: number) =>
    shippedModel(new Date('2026-08-01')).tiers.body.tiers.find((one) => one.tier === tier)?.exit[0]
      ?.code as string
  const close = (exitCriterion: string) =>
    closeReferral.perform(story.being('maya'), { ...connected, exitCriterion })
  expect(await close(exitOf(2))).toEqual({ done: false, because: ['exit_criterion_missing'] })
  story.must(await close(exitOf(3)))
})

test('a barrier is nobody’s: the visit still to come is cancelled by the school, which plans otherwise [R061]', async () => {
  const { referralId } = await story.accepted('lena')
  const visitId = await story.book(referralId)
  const why = { attributedTo: 'intake_barrier', reason: 'transportation', plan: 'A group at school' }
  const closure = { referralId, ending: 'alternative_plan', ...why }
  story.must(await closeReferral.perform(story.being('maya'), closure))
  const [visit] = await story.rows('select result from appointment where id = $1', visitId)
  expect(visit).toEqual({ result: 'cancelled_by_school' })
})
