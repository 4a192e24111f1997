import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { closeIncident } from './close-incident.ts'
import { confirmEnding } from './confirm-ending.ts'
import { endIncident } from './end-incident.ts'
import { lookFigures } from './look-figures.ts'
import { passOn } from './pass-on.ts'
import { runRubric } from './run-rubric.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const why = 'The tablet was in a bag, and everybody is in class'
const answered = async (given: object = {}) => {
  const incidentId = await story.began(given)
  story.must(await acknowledgeAlert.perform(story.being('ruth', 1), { incidentId }))
  return incidentId
}
const ends = async (incidentId: string, given: object, by: CastKey = 'ruth') =>
  endIncident.perform(story.being(by, by === 'ruth' ? 1 : 0), { incidentId, why, ...given })
const mistake = { ending: 'opened_by_mistake' }
const stands = async (incidentId: string) => (await story.seen(incidentId)).incident
const timers = (incidentId: string) =>
  story.rows(`select key from graphile_worker.jobs where key = 'crisis/check-incident/' || $1`, [incidentId])
const page = async (by: CastKey, incidentId: string) =>
  (await story.pages.get(by, `/crisis/incidents/${incidentId}`)).html

describe('A press by mistake', () => {
  test('is ended by a lead with a reason, is nobody’s crisis, and counts apart', async () => {
    const incidentId = await answered({ studentId: families.theo.id })
    const { all } = await lookFigures.see(story.being('ruth', 1), {})
    expect(await ends(incidentId, mistake, 'joan')).toEqual({ done: false, because: ['not_a_lead'] })
    story.must(await ends(incidentId, mistake))
    expect(await stands(incidentId)).toMatchObject({ state: 'closed', endedAs: 'opened_by_mistake' })
    const after = await lookFigures.see(story.being('ruth', 1), {})
    expect(after.all?.began).toBe((all?.began ?? 0) - 1)
    expect(after.apart).toEqual([{ ending: 'opened_by_mistake', count: 1 }])
    expect((await story.pages.get('ruth', '/crisis/figures')).html).toContain(
      'Opened by mistake: nobody was in danger: 1',
    )
    expect(await page('ruth', incidentId)).toContain('Opened by mistake: nobody was in danger. Ended')
    const owed =
      'select from return_plan where incident_id = $1 union all select from incident_review where incident_id = $1'
    expect(await story.rows(owed, [incidentId])).toEqual([])
    expect(await ends(incidentId, mistake)).toEqual({ done: false, because: ['closed'] })
  })

  test('with something recorded waits for a second person, and has its owner and timer until they agreed', async () => {
    const incidentId = await answered()
    story.must(await tickSafety.perform(story.being('joan'), { incidentId, action: 'not_alone' }))
    expect(await ends(incidentId, mistake)).toEqual({ done: false, because: ['second_missing'] })
    story.must(await ends(incidentId, { ...mistake, reviewerId: cast.helen.id }))
    expect(await stands(incidentId)).toMatchObject({ state: 'acknowledged', endedAs: null })
    expect(await timers(incidentId)).toHaveLength(1)
    expect(await page('ruth', incidentId)).toContain('Whether it was a mistake waits for Helen Park.')
    expect(await page('helen', incidentId)).toContain('You were asked whether this was a mistake')
    const found = (finding: string, by: CastKey = 'helen') =>
      confirmEnding.perform(story.being(by), { incidentId, finding, words: 'I was there' })
    expect(await found('agreed', 'daniel')).toEqual({ done: false, because: ['not_your_ending'] })
    story.must(await found('not_agreed'))
    expect(await stands(incidentId)).toMatchObject({ state: 'acknowledged' })
    story.must(await ends(incidentId, { ...mistake, reviewerId: cast.helen.id }))
    story.must(await found('agreed'))
    expect(await stands(incidentId)).toMatchObject({ state: 'closed', endedAs: 'opened_by_mistake' })
    expect(story.pages.broken).toEqual([])
  })

  test('is none once the level was high, also where somebody was asked before', async () => {
    const incidentId = await answered()
    story.must(await tickSafety.perform(story.being('joan'), { incidentId, action: 'not_alone' }))
    story.must(await ends(incidentId, { ...mistake, reviewerId: cast.helen.id }))
    const answers = story.all('high')
    story.must(await runRubric.perform(story.being('ines'), { incidentId, answers }))
    const found = { incidentId, finding: 'agreed', words: 'I was there' }
    expect(await confirmEnding.perform(story.being('helen'), found)).toEqual({
      done: false,
      because: ['was_danger'],
    })
  })
})

describe('Somebody nobody could name', () => {
  test('ends with the script whole but for the name, and stays in the figures as a crisis of no student', async () => {
    const incidentId = await story.began({ place: 'Gym', onPremises: 'yes', knownBy: 'peer_said' })
    await story.upToTheLevel(incidentId, 'low')
    const unnamed = { ending: 'never_identified', why: 'Asked every class and the office' }
    expect(await ends(incidentId, unnamed)).toMatchObject({
      because: expect.arrayContaining(['response_blank']),
    })
    await story.calledAlone(incidentId)
    expect(await closeIncident.perform(story.being('ruth', 1), { incidentId })).toEqual({
      done: false,
      because: ['student_blank'],
    })
    story.must(await ends(incidentId, unnamed))
    expect(await stands(incidentId)).toMatchObject({
      state: 'closed',
      endedAs: 'never_identified',
      studentId: null,
    })
  })
})

describe('What belongs to another school', () => {
  test('begins there first; this school lets go only once somebody there has answered', async () => {
    const incidentId = await answered({ place: 'Bus 4', onPremises: 'no' })
    const pass = (schoolId: string) =>
      passOn.perform(story.being('ruth', 1), { incidentId, schoolId, why: 'On the bus of Harlow' })
    expect(await pass(schools.alderCreek.id)).toEqual({ done: false, because: ['school_elsewhere_missing'] })
    story.must(await pass(schools.harlow.id))
    expect(await pass(schools.harlow.id)).toEqual({ done: false, because: ['passed_on_already'] })
    const [there] = await story.rows<{ id: string; school_id: string; state: string }>(
      'select id, school_id, state from crisis_incident where from_incident_id = $1',
      [incidentId],
    )
    expect(there).toMatchObject({ school_id: schools.harlow.id, state: 'open' })
    expect(await timers(there?.id ?? '')).toHaveLength(1)
    const elsewhere = { ending: 'belongs_elsewhere' }
    expect(await ends(incidentId, elsewhere)).toEqual({ done: false, because: ['not_answered_there'] })
    expect(await page('ruth', incidentId)).toContain('was told, and has not answered yet')
    const [told] = await story.rows<{ person_id: string }>(
      'select person_id from crisis_alert where incident_id = $1',
      [there?.id],
    )
    const lead = (Object.keys(cast) as CastKey[]).find((key) => cast[key].id === told?.person_id) as CastKey
    const incidentThere = { incidentId: there?.id ?? '' }
    story.must(await acknowledgeAlert.perform(story.being(lead, lead === 'ruth' ? 1 : 0), incidentThere))
    story.must(await ends(incidentId, elsewhere))
    expect(await stands(incidentId)).toMatchObject({ state: 'closed', endedAs: 'belongs_elsewhere' })
    expect((await story.seen(there?.id ?? '', lead)).entries.map(({ kind }) => kind)).toContain('came_from')
  })

  test('outside the district is handed over by phone, and says to whom', async () => {
    const incidentId = await answered()
    const elsewhere = { ending: 'belongs_elsewhere' }
    expect(await ends(incidentId, elsewhere)).toEqual({ done: false, because: ['to_whom_missing'] })
    story.must(await ends(incidentId, { ...elsewhere, toWhom: 'Millbrook High, Ms. Orr' }))
    expect(await page('ruth', incidentId)).toContain('Millbrook High, Ms. Orr')
  })
})
