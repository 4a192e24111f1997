import { confirmCapacity } from '#escalations/confirm-capacity.ts'
import { noticeAll, tellAll } from '#escalations/notice-all.ts'
import { recordContact } from '#escalations/record-contact.ts'
import { stateHighNeed } from '#referrals/state-high-need.ts'
import type { CastKey } from '../riverside/cast.ts'
import type { FamilyKey } from '../riverside/families.ts'
import { referralStory, type Story } from './referral-story.ts'

const hour = 3_600_000
const day = 24 * hour

/** What the house does by itself, and the rows it leaves. */
function houseOf(story: Story) {
  const rowsOf = async (table: string, referralId: string) =>
    (await story.admin.query(`select * from ${table} where referral_id = $1 order by id`, [referralId])).rows
  return {
    async round() {
      const system = story.asSystem(story.districtId)
      const noticed = await noticeAll(system)
      await tellAll(system)
      return noticed
    },
    pass: (time: number) => story.clock.set(new Date(story.clock.now().getTime() + time)),
    escalationsOf: (referralId: string) => rowsOf('escalation', referralId),
    breachesOf: (referralId: string) => rowsOf('standard_breach', referralId),
    /** Whom the house told, in that order. */
    async toldOf(escalationId: string): Promise<string[]> {
      const { rows } = await story.admin.query<{ person_id: string }>(
        'select person_id from escalation_alert where escalation_id = $1 order by position',
        [escalationId],
      )
      return rows.map(({ person_id }) => person_id)
    },
    /** The day a week ahead. */
    later: () => new Date(story.clock.now().getTime() + 7 * day).toISOString().slice(0, 10),
  }
}

async function openHighNeed(story: Story, family: FamilyKey, at: 'decided' | 'sent') {
  const referralId = await story.decide(family)
  if (at === 'sent') {
    await story.choose(referralId)
    await story.answer(referralId, family, { referral_disclosure: 'yes' })
    await story.send(referralId)
  }
  const stated = { referralId, criterion: 'safety_concerns' }
  story.must(await stateHighNeed.perform(story.being('maya'), stated))
  return referralId
}

/** Riverside on a Monday morning, with referrals that stall while the house makes its rounds. */
export async function stalledStory() {
  const story = await referralStory({ at: '2026-10-05T16:00:00Z' })
  const house = houseOf(story)
  return {
    ...story,
    ...house,
    hour,
    day,
    openHighNeed: (family: FamilyKey) => openHighNeed(story, family, 'decided'),
    /** A week and an hour later, with the escalation the house opened. */
    async stalled(family: FamilyKey, at: 'decided' | 'sent' = 'decided') {
      const referralId = await openHighNeed(story, family, at)
      house.pass(7 * day + hour)
      await house.round()
      const [escalation] = await house.escalationsOf(referralId)
      return { referralId, escalationId: escalation?.id as string }
    },
    /** The first two of three things. */
    async ready(escalationId: string, by: CastKey = 'ruth') {
      const doer = story.being(by)
      const family = { escalationId, reached: 'yes', barriers: ['transportation'] }
      story.must(await recordContact.perform(doer, family))
      story.must(await confirmCapacity.perform(doer, { escalationId, acceptance: 'waitlist' }))
    },
  }
}
export type StalledStory = Awaited<ReturnType<typeof stalledStory>>
