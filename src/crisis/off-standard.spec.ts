import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { callResponse } from './call-response.ts'
import { closeIncident } from './close-incident.ts'
import { explainDeparture } from './explain-departure.ts'
import { handOver } from './hand-over.ts'
import { noteResult } from './note-result.ts'
import { reviewDeparture } from './review-departure.ts'
import { runRubric } from './run-rubric.ts'
import { skipStep } from './skip-step.ts'
import { tellCaregiver } from './tell-caregiver.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

describe('What departs from the standard', () => {
  test('something else than the level says asks for a reason and a second person, who looks at it [R104]', async () => {
    const incidentId = await story.began()
    await story.upToTheLevel(incidentId)
    const given = { incidentId, response: 'stabilization' }
    expect(await callResponse.perform(story.being('ruth'), given)).toMatchObject({
      because: ['reason_missing', 'reviewer_missing'],
    })
    const why = { reason: 'The team asked for a place tonight', reviewerId: cast.helen.id }
    story.must(await callResponse.perform(story.being('ruth'), { ...given, ...why }))
    const callId = await story.callOf(incidentId)
    const found = { incidentId, callId, finding: 'was_right', words: 'The team was right to ask.' }
    expect(await reviewDeparture.perform(story.being('daniel'), found)).toMatchObject({
      because: ['not_your_review'],
    })
    expect((await story.pages.get('helen', `/crisis/incidents/${incidentId}`)).html).toContain(
      'You were asked to look at this call: Crisis stabilization',
    )
    const asked = "select person_id from notice where kind = 'crisis.review_asked' and subject_id = $1"
    expect(await story.rows(asked, [incidentId])).toEqual([{ person_id: cast.helen.id }])
    const queue = async () => (await story.pages.get('ruth', '/crisis/departures')).html
    expect(await queue()).toContain('Waits for Helen Park')
    story.must(await reviewDeparture.perform(story.being('helen'), found))
    expect(await queue()).toContain('The team was right to ask.')
    expect(await reviewDeparture.perform(story.being('helen'), found)).toMatchObject({
      because: ['reviewed_already'],
    })
  })

  test('911 is written down before anything else, and says why before the end [R105] [R106]', async () => {
    const incidentId = await story.began()
    const called = { incidentId, response: 'emergency_services', atTime: '13:05' }
    story.must(await callResponse.perform(story.being('joan'), called))
    await story.upToTheLevel(incidentId)
    const callId = await story.callOf(incidentId)
    story.must(await noteResult.perform(story.being('joan'), { incidentId, callId, result: 'came' }))
    await story.toTheEnd(incidentId)
    expect(await closeIncident.perform(story.being('ruth'), { incidentId })).toMatchObject({
      because: ['departure_blank'],
    })
    const { html } = await story.pages.get('ruth', `/crisis/incidents/${incidentId}`)
    expect(html).toContain('off the standard, and counted')
    const why = { incidentId, callId, reason: 'He had run to the road', reviewerId: cast.helen.id }
    story.must(await explainDeparture.perform(story.being('ruth'), why))
    story.must(await closeIncident.perform(story.being('ruth'), { incidentId }))
  })

  test('a high result stays with nobody at school, and ends only when somebody came [R105]', async () => {
    const incidentId = await story.began()
    await story.upToTheLevel(incidentId, 'high')
    const parked = { incidentId, disposition: 'stayed_at_school', toWhom: 'Grace Whitfield' }
    expect(await handOver.perform(story.being('ruth'), parked)).toMatchObject({ because: ['high_stays'] })
    const kept = { incidentId, response: 'school_team', reason: 'Calm now', reviewerId: cast.helen.id }
    expect(await callResponse.perform(story.being('ruth'), kept)).toMatchObject({ because: ['high_stays'] })
    await story.toTheEnd(incidentId)
    expect(await closeIncident.perform(story.being('ruth'), { incidentId })).toMatchObject({
      because: ['response_blank', 'high_without_help'],
    })
    const skipped = { incidentId, step: 'response', why: 'Nobody was free' }
    story.must(await skipStep.perform(story.being('ruth'), skipped))
    expect(await closeIncident.perform(story.being('ruth'), { incidentId })).toMatchObject({
      because: ['response_blank', 'high_without_help'],
    })
  })

  test('a low run after a high one lowers nothing until a second person has agreed; nobody reviews their own [R105]', async () => {
    const incidentId = await story.began()
    await story.upToTheLevel(incidentId, 'high')
    story.minutesOn(1)
    const answers = story.all('low')
    story.must(await runRubric.perform(story.being('ines'), { incidentId, answers }))
    const run = (await story.seen(incidentId)).entries.findLast(({ kind }) => kind === 'rubric_run')
    const page = async (key: 'ruth' | 'helen') =>
      (await story.pages.get(key, `/crisis/incidents/${incidentId}`)).html
    const kept = { incidentId, response: 'school_team', reason: 'Calm now', reviewerId: cast.helen.id }
    const park = async () => callResponse.perform(story.being('ruth'), kept)
    expect(await park()).toMatchObject({ because: ['high_stays'] })
    expect(await page('ruth')).toContain('The level stays high: a later run says Low')
    const why = { incidentId, callId: run?.id, reason: 'An adult is with her' }
    const explain = async (reviewerId: string) =>
      explainDeparture.perform(story.being('ruth'), { ...why, reviewerId })
    expect(await explain(cast.ines.id)).toMatchObject({ because: ['reviewer_wrote_it'] })
    story.must(await explain(cast.helen.id))
    expect(await park()).toMatchObject({ because: ['high_stays'] })
    expect(await page('ruth')).toContain('It counts once Helen Park has looked at it and agreed.')
    expect(await page('helen')).toContain('You were asked to look at a level below high: Low')
    const queue = (await story.pages.get('ruth', '/crisis/departures')).html
    expect(queue).toContain('Rubric run again: Low, less than the level says')
    const found = { incidentId, callId: run?.id, finding: 'was_right', words: 'I saw her too.' }
    expect(await reviewDeparture.perform(story.being('ines'), found)).toMatchObject({
      because: ['not_your_review'],
    })
    story.must(await reviewDeparture.perform(story.being('helen'), found))
    story.minutesOn(1)
    expect((await story.seen(incidentId)).level).toBe('low')
    const called = { incidentId, response: 'school_team' }
    story.must(await callResponse.perform(story.being('ruth'), called))
    expect(story.pages.broken).toEqual([])
  })

  test('that a caregiver was told takes nothing for granted: each thing that is missing is asked', async () => {
    const incidentId = await story.began()
    const tell = (given: object) =>
      tellCaregiver.perform(story.being('daniel'), { incidentId, told: 'yes', ...given })
    expect(await tell({})).toMatchObject({
      because: ['told_whom_missing', 'told_how_missing', 'told_what_missing'],
    })
    expect(await tell({ who: 'Renee Brandt', mode: 'phone' })).toMatchObject({
      because: ['told_what_missing'],
    })
    expect((await story.seen(incidentId)).blanks).toContain('caregiver_blank')
    const { html } = await story.pages.get('daniel', `/crisis/incidents/${incidentId}`)
    expect(html).toMatch(/name="topic" value="safe_now"/)
    expect(html).not.toMatch(/name="(topic|mode)"[^>]* checked/)
    story.must(await tell({ who: 'Renee Brandt', mode: 'phone', topic: 'what_is_done' }))
    expect((await story.seen(incidentId)).entries.at(-1)).toMatchObject({
      what: 'what_is_done',
      how: 'phone',
    })
  })

  test('nobody told and no exception keeps it open; an exception of the standard says why [R103]', async () => {
    const incidentId = await story.began()
    const none = { incidentId, told: 'no' }
    expect(await tellCaregiver.perform(story.being('daniel'), none)).toMatchObject({
      because: ['exception_incomplete'],
    })
    const why = { ...none, exception: 'danger_at_home', words: 'She said so herself' }
    story.must(await tellCaregiver.perform(story.being('daniel'), why))
    expect((await story.seen(incidentId)).blanks).not.toContain('caregiver_blank')
  })

  test('what is written down later keeps when it happened and when it was entered [R373]', async () => {
    const incidentId = await story.began()
    story.minutesOn(60)
    const page = await story.pages.get('joan', `/crisis/incidents/${incidentId}?at=13:31`)
    expect(page.html).toContain('You write down what happened at 13:31.')
    expect(page.html).toContain('<input type="hidden" name="atTime" value="13:31"')
    const given = { incidentId, action: 'not_alone', atTime: '13:31' }
    story.must(await tickSafety.perform(story.being('joan'), given))
    const [entry] = (await story.seen(incidentId)).entries
    expect([entry?.happenedAt, entry?.enteredAt]).toEqual([
      new Date('2026-10-13T20:31:00Z'),
      new Date('2026-10-13T21:30:00Z'),
    ])
    expect((await story.pages.get('joan', `/crisis/incidents/${incidentId}`)).html).toContain(
      'written down 14:30',
    )
  })
})
