import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { callResponse } from './call-response.ts'
import { closeIncident } from './close-incident.ts'
import { noteResult } from './note-result.ts'
import { runRubric } from './run-rubric.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

describe('An incident from the first tap to the last', () => {
  test('each step stands with when it happened and who did it, in the order of the script [R097] [R098] [R102]', async () => {
    const incidentId = await story.began()
    story.minutesOn(1)
    await story.upToTheLevel(incidentId)
    story.minutesOn(2)
    const called = { incidentId, response: 'mobile_crisis', reached: 'Jo Tanner' }
    story.must(await callResponse.perform(story.being('ruth'), called))
    story.minutesOn(20)
    const result = { incidentId, callId: await story.callOf(incidentId), result: 'came' }
    story.must(await noteResult.perform(story.being('ruth'), result))
    await story.toTheEnd(incidentId)
    const { entries, blanks } = await story.seen(incidentId)
    expect(blanks).toEqual([])
    expect(entries.map(({ kind, enteredByName }) => `${kind} by ${enteredByName}`)).toEqual([
      'safety_done by Joan Hale',
      ...['stays', 'tells', 'writes', 'plans'].map(() => 'role_named by Ruth Halvorsen'),
      'rubric_run by Ines Duarte',
      'response_called by Ruth Halvorsen',
      'response_result by Ruth Halvorsen',
      'caregiver_told by Daniel Reyes',
      'clinician_told by Daniel Reyes',
      'report_checked by Daniel Reyes',
      'handed_over by Daniel Reyes',
      'danger_said by Daniel Reyes',
    ])
    const at = (kind: string) => entries.find((entry) => entry.kind === kind)?.happenedAt
    expect([at('safety_done'), at('response_called'), at('response_result')]).toEqual([
      new Date('2026-10-13T20:31:00Z'),
      new Date('2026-10-13T20:33:00Z'),
      new Date('2026-10-13T20:53:00Z'),
    ])
    story.must(await closeIncident.perform(story.being('ruth'), { incidentId }))
    expect(await closeIncident.perform(story.being('ruth'), { incidentId })).toMatchObject({
      because: ['closed'],
    })
    expect(await tickSafety.perform(story.being('joan'), { incidentId, action: 'way_clear' })).toMatchObject({
      because: ['closed'],
    })
  })

  test('it is not closed with a blank, and the page says exactly which [R100] [R103]', async () => {
    const incidentId = await story.began({})
    const refused = await closeIncident.perform(story.being('ruth'), { incidentId })
    const because =
      'student place known_by safety stays tells_caregiver writes plans_return rubric response caregiver clinician report handover'
        .split(' ')
        .map((name) => `${name}_blank`)
        .toSpliced(4, 0, 'lead_silent')
    expect(refused).toEqual({ done: false, because })
    const { html } = await story.pages.post('ruth', `/crisis/incidents/${incidentId}/closing`, {})
    for (const words of [
      'Who stays with the student?',
      'Was a caregiver told?',
      'Look at the duty to report.',
    ])
      expect(html).toContain(words)
    expect(story.pages.broken).toEqual([])
  })

  test('two runs are both kept with their answers and version, and the last says what is indicated [R101]', async () => {
    const incidentId = await story.began()
    const open = { said: 'low' }
    expect(await runRubric.perform(story.being('ines'), { incidentId, answers: open })).toMatchObject({
      because: ['questions_open'],
    })
    for (const level of ['moderate', 'high']) {
      story.minutesOn(1)
      story.must(await runRubric.perform(story.being('ines'), { incidentId, answers: story.all(level) }))
    }
    const { entries, level } = await story.seen(incidentId)
    const runs = entries.filter(({ kind }) => kind === 'rubric_run')
    expect(runs.map(({ what, answers }) => [what, answers?.['hurt_or_in_reach']])).toEqual([
      ['moderate', 'moderate'],
      ['high', 'high'],
    ])
    const [standard] = await story.rows<{ id: string }>("select id from standard where kind = 'crisis'")
    expect(new Set(runs.map(({ standardId }) => standardId))).toEqual(new Set([standard?.id]))
    expect(level).toBe('high')
    expect((await story.pages.get('daniel', `/crisis/incidents/${incidentId}`)).html).toContain(
      'Emergency services',
    )
  })
})
