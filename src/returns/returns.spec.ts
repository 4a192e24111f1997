import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { agreePlan } from './agree-plan.ts'
import { jobs } from './jobs.ts'
import { lookPlan } from './look-plan.ts'
import { lookPlans } from './look-plans.ts'
import { setAside } from './set-aside.ts'
import { writePlan } from './write-plan.ts'

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

const see = (incidentId: string) => lookPlan.see(story.being('grace'), { incidentId })
const tracked = async () =>
  (await lookPlans.see(story.being('grace'), {})).plans.map(({ incidentId }) => incidentId)
const write = (incidentId: string, given: object) =>
  writePlan.perform(story.being('grace'), { incidentId, steps: [], ...given })
const agree = (incidentId: string) => agreePlan.perform(story.being('grace'), { incidentId })
const ahead = (days: number) =>
  new Date(story.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

const texts = {
  attendees: 'Theo, his mother, Ms. Whitfield',
  supports: 'A pass to the quiet room',
  nextVisit: 'Friday at Cedar Street',
  checkIns: 'Each morning, Ms. Whitfield',
  ifRiskRises: 'Ms. Halvorsen is called, then 988',
}
const part = () => ({ ...texts, returnOn: ahead(3), meetingOn: ahead(2), meetingTime: '08:15' })

describe('A plan to come back to school', () => {
  test('opens by itself with the coordinator who was named, and is tracked until it is done [R121]', async () => {
    const incidentId = await story.closed()
    const before = await see(incidentId)
    expect(before.plan).toMatchObject({ ownerId: cast.grace.id, state: 'due' })
    expect(await tracked()).toContain(incidentId)
    expect(await agree(incidentId)).toMatchObject({ because: before.blanks })
    expect(before.blanks).toEqual([
      'return_on_blank',
      'meeting_blank',
      'attendees_blank',
      'supports_blank',
      'next_visit_blank',
      'check_ins_blank',
      'if_risk_rises_blank',
      'threat_unsaid',
    ])
    story.must(await write(incidentId, part()))
    expect((await see(incidentId)).plan.nextDueAt.getTime()).toBeLessThanOrEqual(before.plan.dueAt.getTime())
    expect(await agree(incidentId)).toMatchObject({ because: ['threat_unsaid'] })
    story.must(await write(incidentId, { suicideThreat: 'no' }))
    expect((await see(incidentId)).plan).toMatchObject(texts)
    story.must(await agree(incidentId))
    expect(await tracked()).toContain(incidentId)
    expect(await write(incidentId, part())).toMatchObject({ because: ['not_open'] })
  })

  test('that is not needed has its reason, and leaves tracking [R121]', async () => {
    const incidentId = await story.closed()
    await expect(setAside.perform(story.being('grace'), { incidentId })).rejects.toMatchObject({
      code: 'not_valid',
    })
    story.must(await setAside.perform(story.being('grace'), { incidentId, because: 'The family moves away' }))
    expect(await tracked()).not.toContain(incidentId)
    expect((await see(incidentId)).plan).toMatchObject({
      state: 'not_needed',
      because: 'The family moves away',
    })
  })

  test('after a threat of suicide loads the steps agreed on jointly, and is not whole with one missing [R122]', async () => {
    const incidentId = await story.closed()
    story.must(await write(incidentId, { ...part(), suicideThreat: 'yes' }))
    const { policy, blanks } = await see(incidentId)
    expect(policy.length).toBeGreaterThan(2)
    expect(blanks).toEqual(['policy_steps_missing'])
    const codes = policy.map(({ code }) => code)
    for (const left of codes) {
      story.must(await write(incidentId, { steps: codes.filter((code) => code !== left) }))
      expect(await agree(incidentId)).toMatchObject({ because: ['policy_steps_missing'] })
    }
    story.must(await write(incidentId, { steps: codes }))
    story.must(await agree(incidentId))
  })

  test('that is due sooner, because the student comes back sooner, is said to be late sooner', async () => {
    const incidentId = await story.closed()
    const timer = async () => {
      const key = `returns/say-late/${incidentId}`
      const rows = await story.rows<{ run_at: Date }>(
        'select run_at from graphile_worker.jobs where key = $1',
        [key],
      )
      return rows.map(({ run_at }) => run_at)
    }
    const { plan } = await see(incidentId)
    expect(await timer()).toEqual([plan.dueAt])
    story.must(await write(incidentId, { returnOn: ahead(1) }))
    const { nextDueAt } = (await see(incidentId)).plan
    expect(nextDueAt.getTime()).toBeLessThan(plan.dueAt.getTime())
    expect(await timer()).toEqual([nextDueAt])
    // And later again, where the day of the return moves.
    story.must(await write(incidentId, { returnOn: ahead(60) }))
    expect(await timer()).toEqual([plan.dueAt])
  })

  test('that is late is told once, to who owes it and to the lead', async () => {
    const incidentId = await story.closed()
    const { plan } = await see(incidentId)
    const late = () => jobs[0]?.run(story.system(), { incidentId, district_id: story.districtId })
    await expect(late()).rejects.toThrow('not due')
    story.clock.set(new Date(plan.dueAt.getTime() + 60_000))
    await late()
    await late()
    const told = await story.rows<{ person_id: string }>(
      `select person_id from notice where kind = 'return_plan.late' and subject_id = $1`,
      [incidentId],
    )
    expect(told).toHaveLength(2)
    expect(told.map(({ person_id }) => person_id)).toContain(cast.grace.id)
  })
})
