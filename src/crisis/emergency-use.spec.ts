import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { call, entry, run, running } from '#tests/support/incident-facts.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { callResponse } from './call-response.ts'
import { emergencyUseOf } from './emergency-use.ts'
import { dispositions, type Entry } from './entry.ts'
import { explainDeparture } from './explain-departure.ts'
import { handOver } from './hand-over.ts'
import { lookDepartures } from './look-departures.ts'
import { departuresOf, isOverEscalated } from './departures.ts'
import { runRubric } from './run-rubric.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

const byText = (one: string, other: string) => one.localeCompare(other)
const over = (what: string, minute: number) => entry({ kind: 'handed_over', what, words: 'R. B.' }, minute)

describe('The use of emergency services', () => {
  test('is that the student went there, or that 911 was called; every other end is none', () => {
    expect(emergencyUseOf([run('low', 1), over('home_with_caregiver', 2)])).toBeUndefined()
    expect(emergencyUseOf([])).toBeUndefined()
    expect(emergencyUseOf([run('moderate', 1), over('emergency_department', 2)])).toMatchObject({
      disposition: 'emergency_department',
      called: false,
      level: 'moderate',
    })
    expect(emergencyUseOf([call('emergency_services', 1), over('stayed_at_school', 2)])).toMatchObject({
      disposition: 'stayed_at_school',
      called: true,
      level: null,
    })
  })

  test('says the level at the time, and not what a later run came to', () => {
    const then = [run('high', 1), over('emergency_department', 2), run('low', 3)]
    expect(emergencyUseOf(then)?.level).toBe('high')
  })
})

describe('How an incident ended', () => {
  test('is one of a closed list; those who follow incidents read which went to the emergency department [R120]', async () => {
    for (const disposition of dispositions) {
      const incidentId = await story.began()
      const given = { incidentId, disposition, toWhom: 'R. B.' }
      // Nobody stays with the school alone before the level is known.
      const run = { incidentId, answers: story.all('low') }
      if (disposition === 'stayed_at_school') story.must(await runRubric.perform(story.being('ines'), run))
      story.must(await handOver.perform(story.being('daniel'), given))
    }
    const anywhere = { incidentId: await story.began(), disposition: 'somewhere', toWhom: 'R. B.' }
    await expect(handOver.perform(story.being('daniel'), anywhere)).rejects.toMatchObject({
      code: 'not_valid',
    })

    const incidentId = await story.began()
    story.must(await runRubric.perform(story.being('ines'), { incidentId, answers: story.all('moderate') }))
    story.minutesOn(1)
    const called = { incidentId, response: 'emergency_services' }
    story.must(await callResponse.perform(story.being('ruth'), called))
    const there = { incidentId, disposition: 'emergency_department', toWhom: 'Harlow General' }
    story.must(await handOver.perform(story.being('ruth'), there))
    story.minutesOn(5)
    story.must(await runRubric.perform(story.being('ines'), { incidentId, answers: story.all('low') }))

    const { uses } = await lookDepartures.see(story.being('ruth'), {})
    expect(uses.map(({ disposition }) => String(disposition)).toSorted(byText)).toEqual([
      'emergency_department',
      'emergency_department',
      'law_enforcement',
    ])
    expect(uses.find((use) => use.incidentId === incidentId)).toMatchObject({
      level: 'moderate',
      called: true,
    })
    const { html } = await story.pages.get('ruth', '/crisis/departures')
    expect(html).toContain('Emergency department, law enforcement and 911')
    expect(html).toContain('In the emergency department')
    expect(html).toContain('Moderate')
    await expect(lookDepartures.see(story.being('joan'), {})).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('The emergency department for less than a high result', () => {
  test('is off the standard also where nobody called, and is counted once [R105]', () => {
    const brought = over('emergency_department', 3)
    const said = (entries: Entry[]) => departuresOf(running([...entries]))
    expect(said([run('moderate', 1), brought])).toEqual([brought])
    expect(isOverEscalated(running([run('moderate', 1), brought]), brought)).toBe(true)
    const called = call('emergency_services', 2)
    expect(said([run('moderate', 1), called, brought]), 'the call is what counts').toEqual([called])
    expect(said([run('high', 1), brought])).toEqual([])
    expect(said([brought]), 'no level yet').toEqual([])
    expect(said([run('moderate', 1), over('home_with_caregiver', 3)])).toEqual([])
  })

  test('asks for its reason before the end, and stands in the queue [R105]', async () => {
    const incidentId = await story.began()
    await story.upToTheLevel(incidentId)
    const there = { incidentId, disposition: 'emergency_department', toWhom: 'Harlow General' }
    story.must(await handOver.perform(story.being('ruth'), there))
    const { blanks, entries } = await story.seen(incidentId)
    expect(blanks).toContain('departure_blank')
    const callId = entries.findLast(({ kind }) => kind === 'handed_over')?.id
    expect((await story.pages.get('ruth', `/crisis/incidents/${incidentId}`)).html).toContain(
      'off the standard, and counted',
    )
    const why = { incidentId, callId, reason: 'The caregiver drove there', reviewerId: cast.helen.id }
    story.must(await explainDeparture.perform(story.being('ruth'), why))
    expect((await story.seen(incidentId)).blanks).not.toContain('departure_blank')
    const { departures, overEscalated } = await lookDepartures.see(story.being('ruth'), {})
    expect(overEscalated).toBe(departures.filter((each) => each.isOverEscalated).length)
    const of = departures.filter((each) => each.incidentId === incidentId)
    expect(of).toMatchObject([{ what: 'emergency_services', isOverEscalated: true }])
  })
})
