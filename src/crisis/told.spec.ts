import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { blockAccess } from '#people/block-access.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { jobs } from './jobs.ts'
import { startIncident } from './start-incident.ts'

const start = '2026-10-13T20:30:00Z'
let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(start))

const runJob = (name: string, payload: object) =>
  jobs
    .find((job) => job.name === name)
    ?.run(story.as(systemActor(riversideId)), { ...payload, district_id: riversideId })
const minutesOn = (minutes: number) =>
  story.clock.set(new Date(story.clock.now().getTime() + minutes * 60_000))

const alertsOf = (incidentId: string) =>
  story.rows<{ person_id: string; position: number; acknowledged_at: Date | null }>(
    'select person_id, position, sent_at, ack_due_at, acknowledged_at from crisis_alert where incident_id = $1 order by position',
    [incidentId],
  )
const stateOf = async (incidentId: string) =>
  (await story.rows<{ state: string }>('select state from crisis_incident where id = $1', [incidentId]))[0]
    ?.state
const began = async (by: CastKey = 'joan', given: object = {}) =>
  story.must(await startIncident.perform(story.being(by), given)).incidentId
const timer = async (incidentId: string) =>
  (
    await story.rows<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [
      `crisis/tell-next/${incidentId}`,
    ])
  )[0]?.run_at
const say = (incidentId: string, by: CastKey, position = 0) =>
  acknowledgeAlert.perform(story.being(by, position), { incidentId })

describe('Who is told', () => {
  test('a lead who is kept from the student is passed over, and the next is told at once', async () => {
    const { id: studentId } = families.theo
    const kept = { studentId, personId: cast.ruth.id, kind: 'conflict_of_interest' }
    story.must(await blockAccess.perform(story.being('leila'), kept))
    const incidentId = await began('daniel', { studentId })
    expect(await alertsOf(incidentId)).toMatchObject([{ person_id: cast.samuel.id, position: 1 }])
    expect(await alertsOf(await began())).toMatchObject([{ person_id: cast.ruth.id, position: 1 }])
  })

  test('the lead answers in time, and nobody else is told [R099]', async () => {
    const incidentId = await began()
    expect(await timer(incidentId)).toEqual(new Date('2026-10-13T20:35:00Z'))
    expect(await say(incidentId, 'daniel')).toEqual({ done: false, because: ['not_told'] })
    minutesOn(2)
    story.must(await say(incidentId, 'ruth', 1))
    expect(await say(incidentId, 'ruth')).toEqual({ done: false, because: ['already_acknowledged'] })
    expect(await stateOf(incidentId)).toBe('acknowledged')
    minutesOn(10)
    await runJob('crisis/tell-next', { incidentId })
    expect(await alertsOf(incidentId)).toHaveLength(1)
  })

  test('without an answer the backup is told, once, however often the timer rings [R099]', async () => {
    const incidentId = await began()
    await expect(runJob('crisis/tell-next', { incidentId })).rejects.toThrow(/still has time/)
    minutesOn(5)
    const rung = await Promise.allSettled(
      [1, 2, 3].map(async () => runJob('crisis/tell-next', { incidentId })),
    )
    expect(rung.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await alertsOf(incidentId)).map(({ person_id, position }) => [person_id, position])).toEqual([
      [cast.ruth.id, 1],
      [cast.samuel.id, 2],
    ])
    expect(await timer(incidentId)).toEqual(new Date('2026-10-13T20:40:00Z'))
    story.must(await say(incidentId, 'samuel'))
    expect(await stateOf(incidentId)).toBe('acknowledged')
  })

  test('when everybody was told they are told again, until somebody answers', async () => {
    const incidentId = await began()
    for (let rings = 0; rings < 6; rings++) {
      minutesOn(5)
      await runJob('crisis/tell-next', { incidentId })
    }
    const told = (await alertsOf(incidentId)).map(({ person_id }) => person_id)
    expect(told).toEqual([cast.ruth.id, cast.samuel.id, cast.lucia.id, cast.marcus.id])
    expect(await timer(incidentId)).toEqual(new Date(story.clock.now().getTime() + 5 * 60_000))
    const trail = await story.trailOf("subject_id = $1 and kind = 'change'", [incidentId])
    expect(trail.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'teacher: crisis.opened',
      'teacher: crisis.lead_told',
      'system: crisis.backup_told',
      'system: crisis.backup_told',
      'system: crisis.backup_told',
      'system: crisis.told_again',
      'system: crisis.told_again',
      'system: crisis.told_again',
    ])
  })
})
