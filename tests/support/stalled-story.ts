import { confirmCapacity } from '#escalations/confirm-capacity.ts'
import { noticeAll, tellAll } from '#escalations/notice-all.ts'
import { recordContact } from '#escalations/record-contact.ts'
import { stateHighNeed } from '#referrals/state-high-need.ts'
import type { CastKey } from '../riverside/cast.ts'
import type { FamilyKey } from '../riverside/families.ts'
import { referralStory } from './referral-story.ts'

const hour = 3_600_000
const day = 24 * hour

/** Riverside on a Monday morning, with referrals that stall while the house makes its rounds. */
export async function stalledStory() {
  const story = await referralStory({ at: '2026-10-05T16:00:00Z' })
  const system = () => story.asSystem(story.districtId)
  const round = async () => {
    const noticed = await noticeAll(system())
    await tellAll(system())
    return noticed
  }
  const rowsOf = async (table: string, referralId: string) =>
    (await story.admin.query(`select * from ${table} where referral_id = $1 order by id`, [referralId])).rows
  const pass = (time: number) => story.clock.set(new Date(story.clock.now().getTime() + time))
  const openHighNeed = async (family: FamilyKey, at: 'decided' | 'sent' = 'decided') => {
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
  return {
    ...story,
    hour,
    day,
    round,
    pass,
    openHighNeed,
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
    /** A week and an hour later, with the escalation the house opened. */
    async stalled(family: FamilyKey, at: 'decided' | 'sent' = 'decided') {
      const referralId = await openHighNeed(family, at)
      pass(7 * day + hour)
      await round()
      const [escalation] = await rowsOf('escalation', referralId)
      return { referralId, escalationId: escalation?.id as string }
    },
    /** The first two of three things. */
    async ready(escalationId: string, by: CastKey = 'ruth') {
      const doer = story.being(by)
      const family = { escalationId, reached: 'yes', barriers: ['transportation'] }
      story.must(await recordContact.perform(doer, family))
      story.must(await confirmCapacity.perform(doer, { escalationId, acceptance: 'waitlist' }))
    },
    /** The day a week ahead. */
    later: () => new Date(story.clock.now().getTime() + 7 * day).toISOString().slice(0, 10),
  }
}
export type StalledStory = Awaited<ReturnType<typeof stalledStory>>
