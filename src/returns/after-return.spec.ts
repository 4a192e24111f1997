import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enterEvent } from '#warnings/enter-event.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { agreePlan } from './agree-plan.ts'
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

const see = (incidentId: string) => lookPlan.see(story.being('grace'), { incidentId })
const stands = async (incidentId: string) => (await see(incidentId)).windows.map((window) => window.stands)
const tracked = async () =>
  (await lookPlans.see(story.being('grace'), {})).plans.map(({ incidentId }) => incidentId)
const ahead = (days: number) =>
  new Date(story.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** A file of days missed is taken in today; nobody is in it. */
const takesIn = () =>
  story.behind(
    `insert into school_event_import (district_id, id, kind, file_hash, added, changed, same, unknown, raised, ignored,
       made_by, made_at) values ($1, gen_random_uuid(), 'absence', repeat('0', 64), 0, 0, 0, 0, 0, '{}', $2, $3)`,
    [story.districtId, cast.leila.id, story.clock.now()],
  )

async function agreed() {
  const incidentId = await story.closed()
  const plan = {
    incidentId,
    attendees: 'Theo, his mother, Ms. Whitfield',
    supports: 'A pass to the quiet room',
    nextVisit: 'Friday at Cedar Street',
    checkIns: 'Each morning, Ms. Whitfield',
    ifRiskRises: 'Ms. Halvorsen is called, then 988',
    returnOn: ahead(3),
    meetingOn: ahead(2),
    meetingTime: '08:15',
    suicideThreat: 'no',
    steps: [],
  }
  story.must(await writePlan.perform(story.being('grace'), plan))
  story.must(await agreePlan.perform(story.being('grace'), { incidentId }))
  return incidentId
}

describe('After the return', () => {
  test('whoever was not reached is tried again, with no plan that goes on too [R126]', async () => {
    const incidentId = await story.closed()
    story.must(await setAside.perform(story.being('grace'), { incidentId, because: 'The family moves away' }))
    const open = async (whom: string) =>
      (await see(incidentId)).followUps.filter((each) => each.outcome === null && each.whom === whom)
    const contact = async (whom: string, outcome: string) => {
      const [due] = await open(whom)
      const given = { followUpId: due?.id, outcome, words: 'x' }
      story.must(await makeContact.perform(story.being('grace'), given))
      return due?.id
    }
    const tried = await contact('caregiver', 'not_reached')
    const [again] = await open('caregiver')
    expect(again).toMatchObject({ ownerId: cast.grace.id })
    expect(again?.id).not.toBe(tried)
    expect(again?.dueAt.getTime()).toBeGreaterThan(story.clock.now().getTime())
    await contact('caregiver', 'reached')
    expect(await open('caregiver')).toEqual([])
    await contact('student', 'not_needed')
    expect(await open('student')).toEqual([])
  })

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
      const again = makeContact.perform(story.being('grace'), { followUpId: id, outcome: 'reached' })
      expect(await again).toMatchObject({ because: ['ended_already'] })
    }
    expect(await open()).toHaveLength(3)
    expect((await open()).every(({ dueAt }) => dueAt > story.clock.now())).toBe(true)

    story.pass(3)
    const returnedOn = (await see(incidentId)).plan.returnOn
    story.must(await noteReturn.perform(story.being('grace'), { incidentId, returnedOn }))
    const settle = () => lookAtReturn.perform(story.being('grace'), { incidentId, outcome: 'stable' })
    expect(await settle()).toMatchObject({ because: ['not_stable'] })
    story.pass(31)
    // No file said who was missing: nothing counted is no data. And a first window is not the last.
    expect(await stands(incidentId)).toEqual(['no_data', 'coming', 'coming'])
    await takesIn()
    expect(await stands(incidentId)).toEqual(['held', 'coming', 'coming'])
    expect(await settle()).toMatchObject({ because: ['not_stable'] })
    expect(await open()).toHaveLength(3)
    story.pass(60)
    expect(await stands(incidentId)).toEqual(['held', 'no_data', 'no_data'])
    await takesIn()
    expect(await stands(incidentId)).toEqual(['held', 'held', 'held'])
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
