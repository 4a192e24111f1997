import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { crisisPage } from './crisis-page.ts'
import { incidentPage } from './incident-page.ts'
import { startIncident } from './start-incident.ts'

const start = '2026-10-13T20:30:00Z'
let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(start))

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

describe('A checklist that indicates immediate risk', () => {
  test('opens the crisis by itself, with the lead told, before anybody decides [R017]', async () => {
    const concernId = await story.raise('marcusB', {}, 'karen')
    const screened = await story.run(concernId, 'high', 'priya')
    const incidentId = screened.incidentId as string
    expect(
      await story.rows(
        'select source, student_id, concern_id, decision_id, state, started_at from crisis_incident where id = $1',
        [incidentId],
      ),
    ).toEqual([
      {
        source: 'triage',
        student_id: families.marcusB.id,
        concern_id: concernId,
        decision_id: null,
        state: 'open',
        started_at: story.clock.now(),
      },
    ])
    expect((await alertsOf(incidentId)).map(({ person_id, position }) => [person_id, position])).toEqual([
      [cast.ruth.id, 1],
    ])
    expect(
      await story.rows("select person_id from notice where kind = 'crisis.told' and subject_id = $1", [
        incidentId,
      ]),
    ).toEqual([{ person_id: cast.ruth.id }])
    expect(await story.rows('select id from referral where student_id = $1', [families.marcusB.id])).toEqual(
      [],
    )
  })

  test('run again it does not open a second one, and the decision joins the one that is open [R017]', async () => {
    const [before] = await story.rows<{ id: string; concern_id: string }>(
      'select id, concern_id from crisis_incident where student_id = $1',
      [families.marcusB.id],
    )
    const concernId = before?.concern_id as string
    const { screeningId, incidentId } = await story.run(concernId, 'highByScore', 'priya')
    expect(incidentId).toBe(before?.id)
    const decided = story.must(await story.decide({ ...choices.c, concernId, screeningId }, 'priya'))
    expect(decided.openedId).toBe(before?.id)
    expect(
      await story.rows('select decision_id from crisis_incident where student_id = $1', [
        families.marcusB.id,
      ]),
    ).toEqual([{ decision_id: decided.decisionId }])
  })

  test('choosing path (c) where the checklist did not indicate it opens one too, with a reason and a second person [R017]', async () => {
    const ready = await story.ready('ada', 'low')
    const { openedId } = story.must(
      await story.decide({
        ...ready,
        ...choices.c,
        overrideReason: 'She told a friend more',
        reviewerId: cast.helen.id,
      }),
    )
    expect(await stateOf(openedId)).toBe('open')
    expect(await alertsOf(openedId)).toHaveLength(1)
  })
})

describe('Starting an incident', () => {
  test('any staff member starts one with one press, where there is one school', async () => {
    const incidentId = await began('karen')
    expect(
      await story.rows(
        'select school_id, student_id, opened_by, source, place from crisis_incident where id = $1',
        [incidentId],
      ),
    ).toEqual([
      {
        school_id: schools.harlow.id,
        student_id: null,
        opened_by: cast.karen.id,
        source: 'staff',
        place: null,
      },
    ])
  })

  test('the school is asked only where there is more than one, and one out of reach is none', async () => {
    expect(await startIncident.perform(story.being('maya'), {})).toEqual({
      done: false,
      because: ['school_missing'],
    })
    expect(await stateOf(await began('maya', { schoolId: schools.larkspur.id }))).toBe('open')
    expect(await startIncident.perform(story.being('maya'), { schoolId: schools.harlow.id })).toEqual({
      done: false,
      because: ['school_missing'],
    })
    await expect(startIncident.perform(story.being('noor'), {})).rejects.toEqual(new Problem('not_allowed'))
  })

  test('help that was called first is filled in afterwards, with the time it began [R106]', async () => {
    const incidentId = await began('joan', {
      servicesCalled: '911 at 13:05',
      startedTime: '13:05',
      place: 'Gym',
      onPremises: 'yes',
    })
    expect(
      await story.rows(
        'select services_called, started_at, place, on_premises from crisis_incident where id = $1',
        [incidentId],
      ),
    ).toEqual([
      {
        services_called: '911 at 13:05',
        started_at: new Date('2026-10-13T20:05:00Z'),
        place: 'Gym',
        on_premises: true,
      },
    ])
    const before = await began('joan', { startedTime: '23:00' })
    expect(
      await story.rows('select started_at, entered_at from crisis_incident where id = $1', [before]),
    ).toEqual([{ started_at: new Date('2026-10-13T06:00:00Z'), entered_at: story.clock.now() }])
  })

  test('nothing that was typed stops it, and no right to see a record: it is asked for afterwards [R106]', async () => {
    const strange = {
      studentId: families.marcusB.id,
      schoolId: 'nobody',
      place: 'x'.repeat(400),
      onPremises: 'maybe',
      servicesCalled: 'y'.repeat(400),
      startedTime: 'noon',
    }
    const incidentId = await began('joan', strange)
    const [row] = await story.rows<Record<string, unknown>>(
      'select student_id, school_id, on_premises, started_at from crisis_incident where id = $1',
      [incidentId],
    )
    expect(row).toEqual({
      student_id: null,
      school_id: schools.alderCreek.id,
      on_premises: null,
      started_at: story.clock.now(),
    })
    const { incident, blanks } = await incidentPage.see(story.being('joan'), { incidentId })
    expect([incident.place?.length, incident.servicesCalled?.length]).toEqual([120, 200])
    expect(blanks).toContain('student_blank')
  })

  test('the calls stand first, from the district’s own list, with the school’s lead', async () => {
    const page = await crisisPage.see(story.being('joan'), {})
    expect(page.contacts.map(({ number }) => number)).toEqual(['911', '988', '555-0199'])
    expect(page.lead).toEqual({ name: 'Ruth Halvorsen', phone: '555-0150' })
  })
})
