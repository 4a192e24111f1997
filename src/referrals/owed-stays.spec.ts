import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { cast } from '#tests/riverside/cast.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { type Story, referralStory } from '#tests/support/referral-story.ts'
import { acceptReferral } from './accept-referral.ts'
import { declineReferral } from './decline-referral.ts'
import { disengageReferral } from './disengage-referral.ts'
import { reassignNavigator } from './reassign-navigator.ts'
import { receiveReferral } from './receive-referral.ts'
import { settleOnEnd } from './settle-on-end.ts'
import { stateHighNeed } from './state-high-need.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const yes = { referral_disclosure: 'yes', status_feedback: 'yes', safety_signals: 'yes' } as const
const open = (family: FamilyKey) => story.decide(family)
async function sent(family: FamilyKey) {
  const referralId = await open(family)
  await story.choose(referralId)
  await story.answer(referralId, family, yes)
  await story.send(referralId)
  return referralId
}
const noor = () => story.being('noor')
async function accepted(family: FamilyKey) {
  const referralId = await sent(family)
  const answer = { referralId, clinicianId: cast.tomas.id, credential: 'LCSW' }
  story.must(await acceptReferral.perform(noor(), answer))
  return referralId
}

/** A referral of each family in another state. */
const reached: Record<string, () => Promise<string>> = {
  handoff_open: () => open('sofia'),
  sent: () => sent('ada'),
  async received() {
    const referralId = await sent('theo')
    story.must(await receiveReferral.perform(noor(), { referralId }))
    return referralId
  },
  async not_accepted() {
    const referralId = await sent('tessa')
    story.must(await declineReferral.perform(noor(), { referralId, reason: 'capacity' }))
    return referralId
  },
  accepted: () => accepted('zoe'),
  async disengaged() {
    const referralId = await accepted('hana')
    story.must(await disengageReferral.perform(noor(), { referralId, reason: 'family_choice' }))
    return referralId
  },
}

const rowOf = async (id: string) =>
  (
    await story.admin.query<{ state: string; next_step: string; next_due_at: Date; state_since: Date }>(
      'select state, next_step, next_due_at, state_since from referral where id = $1',
      [id],
    )
  ).rows[0]
const later = (days: number) => story.clock.set(new Date(story.clock.now().getTime() + days * 86_400_000))

/** What touches a referral and leaves its state. */
const touches: Record<string, (referralId: string) => Promise<unknown>> = {
  'a consent that ends': (referralId) =>
    settleOnEnd.perform({ ...story.being('maya'), actor: systemActor(riversideId) }, { referralId }),
  'another navigator': (referralId) =>
    reassignNavigator.perform(story.being('ruth'), { referralId, navigatorId: cast.grace.id }),
}

for (const [state, reach] of Object.entries(reached)) {
  test(`${state}: what is owed stays owed by its day, whoever touches the referral [R074]`, async () => {
    const referralId = await reach()
    const before = await rowOf(referralId)
    expect(before?.state).toBe(state)
    for (const [what, touch] of Object.entries(touches)) {
      later(1)
      expect(await touch(referralId), what).toMatchObject({ done: true })
      expect(await rowOf(referralId), what).toEqual(before)
    }
    later(1)
    const stated = { referralId, criterion: 'safety_concerns' }
    story.must(await stateHighNeed.perform(story.being('daniel'), stated))
    const after = await rowOf(referralId)
    expect(after?.next_step).toBe(before?.next_step)
    // A high need is owed sooner, never later.
    expect(after?.next_due_at.getTime()).toBeLessThanOrEqual(before?.next_due_at.getTime() ?? 0)
  })
}
