import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enterEvent } from '#warnings/enter-event.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { agreePlan } from './agree-plan.ts'
import { jobs } from './jobs.ts'
import { lookAtReturn } from './look-at-return.ts'
import { lookFollowUp } from './look-follow-up.ts'
import { lookPlan } from './look-plan.ts'
import { lookPlans } from './look-plans.ts'
import { makeContact } from './make-contact.ts'
import { noteReturn } from './note-return.ts'
import { setAside } from './set-aside.ts'
import { writePlan } from './write-plan.ts'

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

const see = (incidentId: string, by: 'grace' | 'ruth' = 'grace') =>
  lookPlan.see(story.being(by), { incidentId })
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

async function agreed() {
  const incidentId = await story.closed()
  story.must(await write(incidentId, { ...part(), suicideThreat: 'no' }))
  story.must(await agree(incidentId))
  return incidentId
}

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
      notNeededBecause: 'The family moves away',
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

describe('After the return', () => {
  test('the family, the student and the provider are contacted again until it is stable, and who is overdue shows to the lead [R126]', async () => {
    const incidentId = await agreed()
    const open = async () => (await see(incidentId)).followUps.filter(({ outcome }) => outcome === null)
    expect((await open()).map(({ whom }) => whom).toSorted()).toEqual(['caregiver', 'provider', 'student'])
    const [first] = await open()
    story.clock.set(new Date(Number(first?.dueAt) + 60_000))
    const { followUps, now } = await lookPlans.see(story.being('ruth'), {})
    expect(followUps.filter((each) => each.incidentId === incidentId && each.dueAt < now)).toHaveLength(3)
    for (const { id } of await open()) {
      const { followUp } = await lookFollowUp.see(story.being('grace'), { followUpId: id })
      expect(followUp.outcome).toBeNull()
      story.must(await makeContact.perform(story.being('grace'), { followUpId: id, outcome: 'reached' }))
      expect(
        await makeContact.perform(story.being('grace'), { followUpId: id, outcome: 'reached' }),
      ).toMatchObject({
        because: ['ended_already'],
      })
    }
    expect(await open()).toHaveLength(3)
    expect((await open()).every(({ dueAt }) => dueAt > story.clock.now())).toBe(true)

    story.pass(3)
    const returnedOn = (await see(incidentId)).plan.returnOn
    story.must(await noteReturn.perform(story.being('grace'), { incidentId, returnedOn }))
    const settle = () => lookAtReturn.perform(story.being('grace'), { incidentId, outcome: 'stable' })
    expect(await settle()).toMatchObject({ because: ['not_stable'] })
    story.pass(31)
    story.must(await settle())
    expect(await open()).toEqual([])
    expect(await tracked()).not.toContain(incidentId)
  })

  test('days missed, exclusions and further crises are counted at 30, 60 and 90 days [R123]', async () => {
    const incidentId = await agreed()
    story.pass(3)
    const { plan } = await see(incidentId)
    story.must(
      await noteReturn.perform(story.being('grace'), { incidentId, returnedOn: plan.returnOn ?? '' }),
    )
    const panel = async () => (await see(incidentId)).windows
    expect((await panel()).map(({ days, stands }) => [days, stands])).toEqual([
      [30, 'coming'],
      [60, 'coming'],
      [90, 'coming'],
    ])
    story.pass(10)
    const on = { studentId: families.theo.id, startsOn: ahead(0) }
    story.must(await enterEvent.perform(story.being('daniel'), { ...on, kind: 'absence', code: 'whole_day' }))
    story.must(
      await enterEvent.perform(story.being('daniel'), {
        ...on,
        kind: 'exclusion',
        code: 'out_of_school_suspension',
      }),
    )
    await story.began()
    expect((await panel())[0]).toMatchObject({ missed: 1, exclusions: 1, urgent: 1 })
    story.pass(95)
    expect((await panel()).map(({ stands }) => stands)).toEqual(['not_held', 'not_held', 'not_held'])
    const settle = { incidentId, outcome: 'stable' }
    expect(await lookAtReturn.perform(story.being('grace'), settle)).toMatchObject({
      because: ['not_stable'],
    })
    story.must(await lookAtReturn.perform(story.being('grace'), { incidentId, outcome: 'goes_on' }))
    expect((await see(incidentId)).plan.nextDueAt.getTime()).toBeGreaterThan(story.clock.now().getTime())
  })
})
