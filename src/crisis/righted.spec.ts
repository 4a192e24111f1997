import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { confirmEnding } from './confirm-ending.ts'
import { describeIncident } from './describe-incident.ts'
import { nameAnotherStudent } from './name-another-student.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const [wrong, right] = [families.theo, families.zoe]
const puts = async (incidentId: string, given: object = {}, by: CastKey = 'ruth') =>
  nameAnotherStudent.perform(story.being(by, by === 'ruth' ? 1 : 0), {
    incidentId,
    studentId: right.id,
    mixUp: 'similar_name',
    ...given,
  })
const found = (incidentId: string, finding: string, by: CastKey = 'helen') =>
  confirmEnding.perform(story.being(by), { incidentId, finding, words: 'I was there' })
type Row = Record<string, unknown>
const row = async (id: string) =>
  (await story.rows<Row>('select * from crisis_incident where id = $1', [id]))[0] as Row
const nextOf = async (id: string) =>
  (await story.rows<{ id: string }>('select id from crisis_incident where rights_incident_id = $1', [id]))[0]
    ?.id as string
const timers = async (id: string) =>
  (
    await story.rows<{ key: string; run_at: Date }>(
      `select key, run_at from graphile_worker.jobs where key like '%' || $1 order by key`,
      [id],
    )
  ).map(({ key, run_at }) => [key.split('/')[1], run_at.toISOString()])

describe('An incident begun for the wrong student', () => {
  test('goes on with the right one at once, with its begin, owner and timers, before a lead has answered', async () => {
    const incidentId = await story.began()
    const before = await row(incidentId)
    const rung = await timers(incidentId)
    expect(await puts(incidentId, {}, 'joan')).toEqual({ done: false, because: ['not_a_lead'] })
    expect(await puts(incidentId, { studentId: wrong.id })).toEqual({
      done: false,
      because: ['same_student'],
    })
    story.minutesOn(1)
    const { incidentId: next } = story.must(await puts(incidentId))
    expect(await row(incidentId)).toMatchObject({ state: 'closed', ended_as: 'another_student' })
    expect(await row(next)).toMatchObject({
      student_id: right.id,
      rights_incident_id: incidentId,
      state: 'open',
      started_at: before['started_at'],
      entered_at: before['entered_at'],
      owner_id: before['owner_id'],
      check_due_at: before['check_due_at'],
      opened_by: cast.joan.id,
    })
    expect(await timers(next)).toEqual(rung)
    expect((await story.seen(next)).alerts.map(({ name }) => name)).toEqual(['Ruth Halvorsen'])
    expect(
      await story.rows(`select from notice where kind = 'crisis.another_student' and subject_id = $1`, [
        next,
      ]),
    ).toHaveLength(2)
    expect(await puts(incidentId)).toEqual({ done: false, because: ['closed'] })
    story.must(await acknowledgeAlert.perform(story.being('ruth', 1), { incidentId: next }))
  })

  test('once something was recorded waits for a second person, and goes on as it is until they agreed', async () => {
    const incidentId = await story.began()
    story.must(await tickSafety.perform(story.being('joan'), { incidentId, action: 'not_alone' }))
    expect(await puts(incidentId)).toEqual({ done: false, because: ['second_missing'] })
    story.must(await puts(incidentId, { reviewerId: cast.helen.id }))
    expect(await row(incidentId)).toMatchObject({ state: 'open', student_id: wrong.id })
    expect((await timers(incidentId)).length).toBe(2)
    const page = (await story.pages.get('helen', `/crisis/incidents/${incidentId}`)).html
    expect(page).toContain('It was said to be about Zoé Laurent.')
    story.must(await found(incidentId, 'not_agreed'))
    expect(await nextOf(incidentId)).toBeUndefined()
    story.must(await puts(incidentId, { reviewerId: cast.helen.id }))
    story.must(await found(incidentId, 'agreed'))
    expect(await row(incidentId)).toMatchObject({ ended_as: 'another_student' })
    expect((await timers(await nextOf(incidentId))).length).toBe(2)
    expect(story.pages.broken).toEqual([])
  })

  test('goes on without a name where nobody knows who it is, and is named later', async () => {
    const incidentId = await story.began()
    const { incidentId: next } = story.must(await puts(incidentId, { studentId: undefined, notKnown: 'yes' }))
    expect(await row(next)).toMatchObject({ student_id: null })
    const named = { incidentId: next, studentId: right.id }
    story.must(await describeIncident.perform(story.being('daniel'), named))
    expect(await row(next)).toMatchObject({ student_id: right.id })
  })
})
