import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { agreePlan } from './agree-plan.ts'
import { changePlan } from './change-plan.ts'
import { lookAtReturn } from './look-at-return.ts'
import { lookPlan } from './look-plan.ts'
import { lookPlans } from './look-plans.ts'
import { noteReturn } from './note-return.ts'
import { setAside } from './set-aside.ts'
import { writePlan } from './write-plan.ts'

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

const grace = () => story.being('grace')
const see = (incidentId: string) => lookPlan.see(grace(), { incidentId })
const tracked = async () =>
  (await lookPlans.see(grace(), {})).plans.filter(({ ownerId, nextDueAt }) => ownerId && nextDueAt)
const timers = (incidentId: string) =>
  story.rows(`select key from graphile_worker.jobs where key = 'returns/say-late/' || $1`, [incidentId])
const ahead = (days: number) =>
  new Date(story.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const texts = {
  attendees: 'Theo, his mother, Ms. Whitfield',
  supports: 'A pass to the quiet room',
  nextVisit: 'Friday at Cedar Street',
  checkIns: 'Each morning, Ms. Whitfield',
  ifRiskRises: 'Ms. Halvorsen is called, then 988',
}
const meeting = () => ({ meetingOn: ahead(2), meetingTime: '08:15' })

async function agreed() {
  const incidentId = await story.closed()
  const days = { returnOn: ahead(3), ...meeting(), suicideThreat: 'no', steps: [] }
  story.must(await writePlan.perform(grace(), { incidentId, ...texts, ...days }))
  story.must(await agreePlan.perform(grace(), { incidentId }))
  return incidentId
}
async function returned() {
  const incidentId = await agreed()
  story.pass(3)
  story.must(await noteReturn.perform(grace(), { incidentId, returnedOn: ahead(0) }))
  return incidentId
}
const change = (incidentId: string, how = 'change') =>
  changePlan.perform(grace(), { incidentId, how, because: 'The visit moved to Monday' })

describe('A plan that was agreed on', () => {
  test('is changed as a new version, with who, when and why, and agreed on anew by those who meet', async () => {
    const incidentId = await agreed()
    expect(await writePlan.perform(grace(), { incidentId, supports: 'x' })).toMatchObject({
      because: ['not_open'],
    })
    story.must(await change(incidentId))
    const { plan, blanks, replaced } = await see(incidentId)
    expect(plan).toMatchObject({ state: 'due', supports: texts.supports, attendees: null, meetingAt: null })
    expect(blanks).toEqual(['meeting_blank', 'attendees_blank'])
    expect(replaced).toMatchObject([{ endedByName: 'Grace Whitfield', because: 'The visit moved to Monday' }])
    expect(await timers(incidentId)).toHaveLength(1)
    expect((await tracked()).filter((each) => each.incidentId === incidentId)).toHaveLength(1)
    expect(await change(incidentId)).toMatchObject({ because: ['nothing_agreed'] })
    const anew = { incidentId, nextVisit: 'Monday', attendees: texts.attendees, ...meeting() }
    story.must(await writePlan.perform(grace(), anew))
    story.must(await agreePlan.perform(grace(), { incidentId }))
    expect((await see(incidentId)).plan).toMatchObject({ state: 'agreed', nextVisit: 'Monday' })
  })

  test('of a student who is back goes on from there once it is agreed on anew', async () => {
    const incidentId = await returned()
    const before = (await see(incidentId)).plan.returnedOn
    story.must(await change(incidentId))
    expect((await see(incidentId)).plan).toMatchObject({ state: 'due', returnedOn: before })
    const anew = { incidentId, attendees: texts.attendees, meetingOn: ahead(5), meetingTime: '08:15' }
    story.must(await writePlan.perform(grace(), anew))
    story.must(await agreePlan.perform(grace(), { incidentId }))
    const { plan } = await see(incidentId)
    expect(plan).toMatchObject({ state: 'returned', returnedOn: before })
    expect(plan.nextDueAt.getTime()).toBeGreaterThan(story.clock.now().getTime())
  })

  test('is set aside with a reason: another plan comes in its place, or it ends', async () => {
    const incidentId = await agreed()
    story.must(await change(incidentId, 'another'))
    expect((await see(incidentId)).plan).toMatchObject({ state: 'due', supports: null, returnOn: null })
    const other = await agreed()
    story.must(await setAside.perform(grace(), { incidentId: other, because: 'The family moves away' }))
    expect((await see(other)).plan).toMatchObject({ state: 'not_needed', because: 'The family moves away' })
    expect((await tracked()).map((each) => each.incidentId)).not.toContain(other)
    const pages = await pagesOf(story)
    expect((await pages.get('grace', `/returns/${incidentId}`)).html).toContain('Replaced')
    expect((await pages.get('grace', `/returns/${other}`)).html).toContain('The family moves away')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})

test('a return that does not hold ends by whoever answers for it or a lead, with the reason, and is never called stable', async () => {
  const incidentId = await returned()
  await story.began()
  story.pass(95)
  const { windows, plan } = await see(incidentId)
  expect(windows.at(-1)?.stands).toBe('not_held')
  const look = (outcome: string, because = '') => ({ incidentId, outcome, because })
  expect(await lookAtReturn.perform(grace(), look('stable'))).toMatchObject({ because: ['not_stable'] })
  expect(await lookAtReturn.perform(story.being('daniel'), look('ends', 'x'))).toMatchObject({
    because: ['not_yours'],
  })
  expect(await lookAtReturn.perform(grace(), look('ends'))).toMatchObject({ because: ['because_missing'] })
  expect(plan.endedAt).toBeNull()
  story.must(await lookAtReturn.perform(grace(), look('ends', 'Goes on in day treatment at Cedar Street')))
  const after = await see(incidentId)
  expect(after.plan).toMatchObject({ state: 'ended', because: 'Goes on in day treatment at Cedar Street' })
  expect(after.followUps.filter(({ outcome }) => outcome === null)).toEqual([])
  expect((await tracked()).map((each) => each.incidentId)).not.toContain(incidentId)
})
