import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { incidentPage } from '#crisis/incident-page.ts'
import { closeEscalation } from '#escalations/close-escalation.ts'
import { decideEscalation } from '#escalations/decide-escalation.ts'
import { lookEscalation } from '#escalations/look-escalation.ts'
import { sayRiskRose } from '#escalations/say-risk-rose.ts'
import { takeEscalation } from '#escalations/take-escalation.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { Chance } from '#tests/walks/chance.ts'
import { checkLost } from './check-lost.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

type Row = { state: string; taken_by: string | null; next_due_at: Date; closed_at: Date | null }
const standing = async (id: string) =>
  (await story.admin.query('select * from escalation where id = $1', [id])).rows[0] as Row

/** What the nightly check finds of stalled loops. The clocks of the crisis itself stand still here. */
async function lost() {
  await checkLost(story.asSystem(story.districtId))
  const { rows } = await story.admin.query(
    `select record_type, lacks from lost_finding where record_type = 'escalation' and check_id =
      (select id from lost_check order by checked_at desc, id desc limit 1)`,
  )
  return rows
}

/** Risk has risen: it may only divert, and both records say so. */
async function riskRises(by: CastKey, escalationId: string) {
  const before = await standing(escalationId)
  const said = story.must(await sayRiskRose.perform(story.being(by), { escalationId }))
  const after = await standing(escalationId)
  expect([after.state, after.taken_by, after.closed_at]).toEqual([
    before.state,
    before.taken_by,
    before.closed_at,
  ])
  expect(after.next_due_at.getTime()).toBeLessThanOrEqual(before.next_due_at.getTime())
  const { incidentId } = said
  expect((await incidentPage.see(story.being('ruth'), { incidentId })).cameFrom).toContain(escalationId)
  const { risen } = await lookEscalation.see(story.being('ruth'), { escalationId })
  expect(risen.map((each) => each.incidentId)).toContain(incidentId)
}

/** One move of a lead, or time that passes, with the rounds of the house. */
const moves: Record<string, (escalationId: string) => Promise<unknown>> = {
  take: (escalationId) => takeEscalation.perform(story.being('ruth'), { escalationId }),
  takeOver: (escalationId) => takeEscalation.perform(story.being('lucia'), { escalationId }),
  ready: (escalationId) => story.ready(escalationId),
  decide: (escalationId) =>
    decideEscalation.perform(story.being('ruth'), {
      escalationId,
      decision: 'continue',
      againOn: story.later(),
    }),
  riskByLead: (escalationId) => riskRises('ruth', escalationId),
  riskByNavigator: (escalationId) => riskRises('maya', escalationId),
  hours: async () => {
    story.pass(5 * story.hour)
    await story.round()
  },
  days: async () => {
    story.pass(2 * story.day)
    await story.round()
  },
}

test.each([11, 29, 47])(
  'whatever a lead does and however time passes (%i), risk that has risen diverts a stalled loop and never ends it: nobody is lost by it [R094]',
  async (seed) => {
    const chance = new Chance(seed)
    const family = ({ 11: 'theo', 29: 'hana', 47: 'mateo' } as const)[seed] as FamilyKey
    const { escalationId } = await story.stalled(family)
    await riskRises('maya', escalationId)
    for (let step = 0; step < 14; step++) {
      await moves[chance.one(Object.keys(moves))]?.(escalationId)
      expect((await standing(escalationId)).closed_at).toBeNull()
      expect(await lost()).toEqual([])
    }
    const plan = { escalationId, ending: 'other_plan', words: 'Weekly talks', againOn: story.later() }
    expect(await closeEscalation.perform(story.being('ruth'), plan)).toMatchObject({ done: false })
  },
)
