import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { incidentPage } from '#crisis/incident-page.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { closeEscalation } from './close-escalation.ts'
import { decideEscalation } from './decide-escalation.ts'
import { lookEscalation } from './look-escalation.ts'
import { sayRiskRose } from './say-risk-rose.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: StalledStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await stalledStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const rows = async <T>(text: string, values: unknown[]) => (await story.admin.query(text, values)).rows as T[]
type Row = { state: string; taken_by: string | null; closed_at: Date | null; next_due_at: Date }
const standing = async (id: string) =>
  (
    await rows<Row>('select state, taken_by, closed_at, next_due_at from escalation where id = $1', [id])
  )[0] as Row
const risk = async (by: CastKey, escalationId: string) =>
  story.must(await sayRiskRose.perform(story.being(by), { escalationId })).incidentId
const cameFrom = async (by: CastKey, incidentId: string) =>
  (await incidentPage.see(story.being(by), { incidentId })).cameFrom
const risenFrom = async (by: CastKey, escalationId: string) =>
  (await lookEscalation.see(story.being(by), { escalationId })).risen.map(({ incidentId, opens }) => [
    incidentId,
    opens,
  ])

describe('From an escalation somebody says that risk has risen', () => {
  test('the crisis opens, its lead is told, both records link, and the escalation goes on [R094]', async () => {
    const { escalationId } = await story.stalled('kayla')
    const before = await standing(escalationId)
    const form = await pages.get('maya', `/escalations/${escalationId}`)
    expect(form.html).toContain('Risk has risen: start a crisis')
    const pressed = await pages.post('maya', `/escalations/${escalationId}/risk`, {})
    expect(pressed.status).toBe(303)
    const incidentId = pressed.location?.split('/').at(-1) as string
    expect(
      await rows('select student_id, source, state from crisis_incident where id = $1', [incidentId]),
    ).toEqual([{ student_id: families.kayla.id, source: 'staff', state: 'open' }])
    expect(
      await rows('select person_id from crisis_alert where incident_id = $1', [incidentId]),
    ).toHaveLength(1)
    const messages = "select cause from message where subject_id = $1 and cause = 'crisis.told'"
    expect(await rows(messages, [incidentId])).toHaveLength(1)
    // The crisis says from which stalled loop it came, and the loop which crisis.
    const crisis = await pages.get('maya', pressed.location as string)
    expect(crisis.html).toContain(`href="/escalations/${escalationId}"`)
    const loop = await pages.get('ruth', `/escalations/${escalationId}`)
    expect(loop.html).toContain(`href="/crisis/incidents/${incidentId}"`)
    // It is diverted and nothing else: whoever has it, what it owes, and how it stands are the same.
    const after = await standing(escalationId)
    expect(after).toMatchObject({ state: before.state, taken_by: before.taken_by, closed_at: null })
    expect(after.next_due_at.getTime()).toBeLessThanOrEqual(before.next_due_at.getTime())
  })

  test('said twice it is one crisis; and one that runs already for the student is joined', async () => {
    const { escalationId } = await story.stalled('lena')
    const incidentId = await risk('ruth', escalationId)
    expect(await risk('ruth', escalationId)).toBe(incidentId)
    expect(await risenFrom('ruth', escalationId)).toEqual([[incidentId, true]])
    const other = await story.stalled('hana')
    const ran = story.must(
      await startIncident.perform(story.being('ruth'), { studentId: families.hana.id }),
    ).incidentId
    expect(await risk('ruth', other.escalationId)).toBe(ran)
    expect(await cameFrom('ruth', ran)).toEqual([other.escalationId])
  })

  test('who reads neither learns of neither: not of the loop in the crisis, nor of the crisis in the loop', async () => {
    const { escalationId } = await story.stalled('sade')
    const incidentId = await risk('ruth', escalationId)
    // A principal follows incidents and reads no stalled loop; a navigator reads the loop, and was not told.
    expect(await cameFrom('ruth', incidentId)).toEqual([escalationId])
    expect(await cameFrom('marcus', incidentId)).toEqual([])
    const { html } = await pages.get('marcus', `/crisis/incidents/${incidentId}`, 'application/json')
    expect(html).not.toContain(escalationId)
    expect(await risenFrom('maya', escalationId)).toEqual([[incidentId, false]])
    expect((await pages.get('maya', `/escalations/${escalationId}`)).html).not.toContain('/crisis/incidents/')
    const joan = sayRiskRose.perform(story.being('joan'), { escalationId })
    await expect(joan).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('a decision made before risk rose is looked at anew in the time of a decision, and it does not close while the crisis runs', async () => {
    const { escalationId } = await story.stalled('ruben')
    await story.ready(escalationId)
    const decided = { escalationId, decision: 'continue', againOn: story.later() }
    story.must(await decideEscalation.perform(story.being('ruth'), decided))
    const before = await standing(escalationId)
    const incidentId = await risk('ruth', escalationId)
    const after = await standing(escalationId)
    expect(after).toMatchObject({ state: 'decided', taken_by: cast.ruth.id })
    expect(after.next_due_at.getTime()).toBeLessThan(before.next_due_at.getTime())
    const plan = { escalationId, ending: 'other_plan', words: 'Weekly talks', againOn: story.later() }
    const close = () => closeEscalation.perform(story.being('ruth'), plan)
    expect(await close()).toMatchObject({ done: false, because: ['crisis_runs'] })
    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query(
      `update crisis_incident set state = 'closed', closed_at = started_at where id = $1`,
      [incidentId],
    )
    await story.admin.query('commit')
    story.must(await close())
    // Nothing refuses it, closed or not: the crisis opens, and the escalation stays closed.
    expect(await risk('ruth', escalationId)).not.toBe(incidentId)
    expect(await standing(escalationId)).toMatchObject({ state: 'closed' })
  })
})
