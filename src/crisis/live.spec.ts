import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { crisisPage } from './crisis-page.ts'
import { describeIncident } from './describe-incident.ts'
import { incidentPage } from './incident-page.ts'
import { startIncident } from './start-incident.ts'

const start = '2026-10-13T20:30:00Z'
let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(start))

const minutesOn = (minutes: number) =>
  story.clock.set(new Date(story.clock.now().getTime() + minutes * 60_000))

const began = async (by: CastKey = 'joan', given: object = {}) =>
  story.must(await startIncident.perform(story.being(by), given)).incidentId
const say = (incidentId: string, by: CastKey, position = 0) =>
  acknowledgeAlert.perform(story.being(by, position), { incidentId })

describe('The live page', () => {
  test('shows what happened and what is owed, from the dated facts', async () => {
    const incidentId = await began('joan', { studentId: families.theo.id, place: 'Room 9' })
    const waiting = await incidentPage.see(story.being('joan'), { incidentId })
    expect(waiting.script.map(({ step, state, who }) => [step, state, who])).toEqual([
      ['started', 'done', null],
      ['lead_told', 'done', 'Ruth Halvorsen'],
      ['lead_answers', 'now', 'Ruth Halvorsen'],
      ['caregiver', 'now', null],
    ])
    expect(waiting).toMatchObject({ next: 'Samuel Ito', owesAnswer: false, student: { name: 'Theo Brandt' } })
    expect((await incidentPage.see(story.being('ruth'), { incidentId })).owesAnswer).toBe(true)
    minutesOn(7)
    story.must(await say(incidentId, 'ruth'))
    const led = await incidentPage.see(story.being('daniel'), { incidentId })
    expect(led.script.at(-2)).toMatchObject({
      step: 'lead_answers',
      state: 'done late',
      who: 'Ruth Halvorsen',
    })
  })

  test('opened from a student it is about them, at their school; one out of reach is nobody', async () => {
    const about = await crisisPage.see(story.being('daniel'), { student: families.theo.id })
    expect(about.student).toMatchObject({ id: families.theo.id, name: 'Theo Brandt' })
    expect(about.lead).toMatchObject({ name: 'Ruth Halvorsen' })
    for (const student of [families.theo.id, 'nobody', story.districtId]) {
      const page = await crisisPage.see(story.being('jonah'), { student })
      expect(page.student).toBeNull()
    }
    const { rows } = await story.admin.query<{ student_ids: string[] }>(
      `select student_ids from audit_event where name = 'crisis/crisis' and role = 'counselor' order by at, id`,
    )
    expect(rows[0]?.student_ids).toContain(families.theo.id)
  })

  test('an agency reads whom to call, and of no incident; the record is the school’s to start', async () => {
    await began('joan', { studentId: families.theo.id })
    const page = await crisisPage.see(story.being('noor'), {})
    expect(page.contacts.map(({ number }) => number)).toEqual(expect.arrayContaining(['911', '988']))
    expect(page).toMatchObject({ school: null, incidents: [], lead: null })
    await expect(startIncident.perform(story.being('noor'), {})).rejects.toThrow(new Problem('not_allowed'))
  })

  test('those who lead, triage or opened it follow it; another teacher and another school do not', async () => {
    const incidentId = await began('joan', { studentId: families.theo.id })
    for (const key of ['joan', 'daniel', 'marcus', 'samuel'] as const) {
      expect((await incidentPage.see(story.being(key), { incidentId })).incident.id).toBe(incidentId)
    }
    for (const key of ['karen', 'priya', 'jonah', 'ben', 'maya'] as const) {
      await expect(incidentPage.see(story.being(key), { incidentId })).rejects.toEqual(
        new Problem('not_found'),
      )
      expect((await crisisPage.see(story.being(key), {})).incidents.some(({ id }) => id === incidentId)).toBe(
        false,
      )
    }
    await expect(incidentPage.see(story.being('noor'), { incidentId })).rejects.toEqual(
      new Problem('not_allowed'),
    )
  })

  test('the student and what else was not known are added later, by those who follow it', async () => {
    const incidentId = await began('joan')
    const byGovernance = await began('thomas', { schoolId: schools.alderCreek.id })
    expect(
      await incidentPage.see(story.being('thomas'), { incidentId: byGovernance, name: 'mateo' }),
    ).toMatchObject({
      mayName: false,
      found: [],
    })
    const found = await incidentPage.see(story.being('joan'), { incidentId, name: 'mateo' })
    expect(found.found.map(({ name }) => name)).toEqual(['Mateo Rivas'])
    const given = { incidentId, studentId: families.mateo.id, place: 'Library' }
    await expect(describeIncident.perform(story.being('karen'), given)).rejects.toEqual(
      new Problem('not_found'),
    )
    expect(
      await describeIncident.perform(story.being('helen'), { incidentId, studentId: families.eli.id }),
    ).toEqual({ done: false, because: ['another_school'] })
    story.must(await describeIncident.perform(story.being('joan'), given))
    story.must(await describeIncident.perform(story.being('daniel'), { incidentId, servicesCalled: '988' }))
    expect(
      await story.rows('select student_id, place, services_called from crisis_incident where id = $1', [
        incidentId,
      ]),
    ).toEqual([{ student_id: families.mateo.id, place: 'Library', services_called: '988' }])
  })
})
