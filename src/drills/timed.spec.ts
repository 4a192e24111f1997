import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { callResponse } from '#crisis/call-response.ts'
import { describeIncident } from '#crisis/describe-incident.ts'
import { incidentPage } from '#crisis/incident-page.ts'
import { lookLive } from '#crisis/look-live.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { tellNext } from '#crisis/tell-next.ts'
import { lookRequests } from '#debriefs/look-requests.ts'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId, schools } from '#tests/riverside/places.ts'
import { begun, participants, type Walk, walked } from '#tests/support/drill-walk.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { addPresent } from './add-present.ts'
import { beginDrill } from './begin-drill.ts'
import { completeDrill } from './complete-drill.ts'
import { lookDrill } from './look-drill.ts'
import { planDrill } from './plan-drill.ts'
import { recordFinding } from './record-finding.ts'

let story: TriageStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await triageStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const start = '2026-10-13T20:30:00Z'
const system = () => story.as(systemActor(riversideId))
const minutesOn = (minutes: number) =>
  story.clock.set(new Date(story.clock.now().getTime() + minutes * 60_000))
const planned = async (kind = 'timed') => {
  const given = { schoolId: schools.alderCreek.id, kind, scenario: 'words_in_class' }
  return story.must(await planDrill.perform(story.being('ruth'), { ...given, plannedOn: '2026-10-13' }))
    .drillId
}
const whole: Walk = {
  level: 'moderate',
  response: 'mobile_crisis',
  result: 'came',
  disposition: 'home_with_caregiver',
  ends: 'closed',
}

describe('A timed drill', () => {
  test('begins with somebody who leads, and once', async () => {
    const drillId = await planned()
    const begin = (...keys: CastKey[]) =>
      beginDrill.perform(story.being('ruth'), { drillId, personIds: keys.map((key) => cast[key].id) })
    expect(await begin('joan')).toMatchObject({ because: ['nobody_leads'] })
    expect(await begin('ruth', 'karen'), 'works elsewhere').toMatchObject({ because: ['unknown_person'] })
    const held = { drillId, heldOn: '2026-10-13' }
    expect(await completeDrill.perform(story.being('ruth'), held)).toMatchObject({
      because: ['not_begun', 'nobody_took_part'],
    })
    story.must(await begin('samuel', 'joan'))
    expect(await begin('samuel')).toMatchObject({ because: ['begun_already'] })
    const table = await planned('tabletop')
    expect(
      await beginDrill.perform(story.being('ruth'), { drillId: table, personIds: [cast.ruth.id] }),
    ).toMatchObject({ because: ['not_timed'] })
  })

  test('tells those who take part alone, says drill before anything else, and goes on to the next of them', async () => {
    story.clock.set(start)
    const drillId = await begun(story)
    const told = () =>
      story.rows<{ person_id: string; kind: string; subject_type: string }>(
        'select person_id, kind, subject_type from notice where subject_id = $1 order by made_at, id',
        [drillId],
      )
    const news = { kind: 'drill.told', subject_type: 'crisis_drill' }
    expect(await told()).toEqual([{ person_id: cast.ruth.id, ...news }])
    const message = 'select cause, person_id from message where subject_id = $1'
    expect(await story.rows(message, [drillId])).toEqual([{ cause: 'drill.told', person_id: cast.ruth.id }])
    minutesOn(6)
    story.must(await tellNext.perform(system(), { incidentId: drillId }))
    minutesOn(6)
    story.must(await tellNext.perform(system(), { incidentId: drillId }))
    const people = new Set((await told()).map(({ person_id: person }) => person))
    expect([...people].every((id) => participants.some((key) => cast[key].id === id))).toBe(true)
    expect(people).toContain(cast.samuel.id)
    expect((await pages.get('ruth', '/today')).html).toContain('DRILL: you were told of a crisis')
  })

  test('runs on the live page, marked, with calls that ring nobody and no student to name', async () => {
    story.clock.set(start)
    const drillId = await begun(story)
    const { html } = await pages.get('joan', `/crisis/incidents/${drillId}`)
    expect(html).toContain('Call, practice only')
    expect(html).toContain('The student of the scenario')
    expect(html).not.toMatch(/<nav class="calls"[^>]*>(?:(?!<\/nav>).)*href="tel:/s)
    const named = { incidentId: drillId, studentId: families.theo.id }
    expect(await describeIncident.perform(story.being('ruth'), named)).toMatchObject({
      because: ['nobody_in_a_drill'],
    })
    await expect(
      story.admin.query('update crisis_incident set student_id = $1 where id = $2', [
        families.theo.id,
        drillId,
      ]),
    ).rejects.toThrow('crisis_incident_of_a_drill')
  })

  test('is not there for whoever takes no part, whatever their role', async () => {
    const drillId = await begun(story)
    for (const key of ['daniel', 'lucia', 'marcus', 'helen'] as const) {
      const asked = { incidentId: drillId }
      await expect(incidentPage.see(story.being(key), asked), key).rejects.toEqual(new Problem('not_found'))
      await expect(lookLive.see(story.being(key), asked), key).rejects.toEqual(new Problem('not_found'))
      const called = { incidentId: drillId, response: 'mobile_crisis' }
      await expect(callResponse.perform(story.being(key), called)).rejects.toEqual(new Problem('not_found'))
    }
    expect(await lookLive.see(story.being('joan'), { incidentId: drillId })).toMatchObject({ isOver: false })
    const { incidentId } = story.must(await startIncident.perform(story.being('joan'), {}))
    expect((await incidentPage.see(story.being('daniel'), { incidentId })).incident.drillId).toBeNull()
  })

  test('shows afterwards how long each step took, beside the time of the standard [R113]', async () => {
    story.clock.set(start)
    const drillId = await begun(story)
    const during = await lookDrill.see(story.being('lucia'), { drillId })
    expect(during.times?.isRunning).toBe(true)
    minutesOn(9)
    story.must(await completeDrill.perform(story.being('ruth'), { drillId, heldOn: '2026-10-13' }))
    const { times } = await lookDrill.see(story.being('lucia'), { drillId })
    expect(times?.isRunning).toBe(false)
    const lead = times?.steps.find(({ step }) => step === 'lead')
    expect(lead).toMatchObject({ at: null, isLate: true, followed: 'not_documented' })
    expect((await pages.get('lucia', `/drills/${drillId}`)).html).toContain('How long the steps took')
    await expect(
      callResponse.perform(story.being('ruth'), { incidentId: drillId, response: 'mobile_crisis' }),
    ).resolves.toMatchObject({ because: ['closed'] })
    expect(
      await story.rows(
        `select from notice where kind = 'drill.told' and read_at is null and subject_id = $1`,
        [drillId],
      ),
    ).toEqual([])
  })

  test('a whole one clears the school, and what it asks of the standard stands in the register [R113]', async () => {
    story.clock.set(start)
    const drillId = await walked(story, whole, system())
    const { times, drill, present } = await lookDrill.see(story.being('lucia'), { drillId })
    expect(times?.steps.every(({ followed }) => followed === 'followed')).toBe(true)
    expect(drill).toMatchObject({ kind: 'timed', heldOn: '2026-10-13' })
    expect(present.map(({ name }) => name)).toEqual(['Joan Hale', 'Ruth Halvorsen', 'Samuel Ito'])
    const found = {
      drillId,
      words: 'Say who calls when nobody leads.',
      leadsTo: 'standard',
      dueOn: '2026-11-02',
    }
    story.must(await recordFinding.perform(story.being('ruth'), { ...found, ownerId: cast.yolanda.id }))
    const { requests } = await lookRequests.see(story.being('yolanda'), {})
    expect(requests).toMatchObject([{ words: found.words, askedByName: 'Ruth Halvorsen' }])
    const { findings } = await lookDrill.see(story.being('yolanda'), { drillId })
    expect(findings.map(({ changeRequestId }) => changeRequestId)).toContain(requests[0]?.id)
  })

  test('others who took part are added, each once, also where more work there than a page shows', async () => {
    const drillId = await begun(story)
    const add = (...keys: CastKey[]) =>
      addPresent.perform(story.being('ruth'), { drillId, personIds: keys.map((key) => cast[key].id) })
    story.must(await add('ines', 'joan'))
    expect(await add('ines')).toMatchObject({ because: ['nobody_new'] })
    expect(await add('karen')).toMatchObject({ because: ['unknown_person'] })
    const seen = await lookDrill.see(story.being('ruth'), { drillId, who: 'dan rey' })
    expect(seen.people.staff.map(({ name }) => name)).toEqual(['Daniel Reyes'])
    expect(seen.present.map(({ name }) => name)).toContain('Ines Duarte')
  })
})
