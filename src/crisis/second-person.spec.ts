import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { callResponse } from './call-response.ts'
import { confirmEnding } from './confirm-ending.ts'
import { endIncident } from './end-incident.ts'
import { reviewDeparture } from './review-departure.ts'
import { runRubric } from './run-rubric.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const opens = async (incidentId: string) =>
  (await story.pages.get('maya', `/crisis/incidents/${incidentId}`)).status
const before = async (incidentId: string) => expect(await opens(incidentId)).toBe(404)

test('whoever is asked to look at a call opens its page and answers there, though they follow no incident', async () => {
  const incidentId = await story.began({ studentId: families.theo.id })
  story.must(await runRubric.perform(story.being('ines'), { incidentId, answers: story.all('low') }))
  await before(incidentId)
  const why = { reason: 'Nobody of the team was there', reviewerId: cast.maya.id }
  const call = { incidentId, response: 'mobile_crisis', ...why }
  story.must(await callResponse.perform(story.being('daniel'), call))
  expect(await opens(incidentId)).toBe(200)
  const { html } = await story.pages.get('maya', `/crisis/incidents/${incidentId}`)
  expect(html).toContain('You were asked to look at this call')
  const callId = await story.callOf(incidentId)
  const found = { incidentId, callId, finding: 'was_right', words: 'I was there' }
  story.must(await reviewDeparture.perform(story.being('maya'), found))
})

test('and so does whoever is asked whether it was a mistake', async () => {
  const incidentId = await story.began()
  story.must(await acknowledgeAlert.perform(story.being('ruth', 1), { incidentId }))
  story.must(await tickSafety.perform(story.being('joan'), { incidentId, action: 'not_alone' }))
  await before(incidentId)
  const said = { incidentId, ending: 'opened_by_mistake', why: 'A slip', reviewerId: cast.maya.id }
  story.must(await endIncident.perform(story.being('ruth', 1), said))
  const { html } = await story.pages.get('maya', `/crisis/incidents/${incidentId}`)
  expect(html).toContain('You were asked whether this was a mistake')
  const found = { incidentId, finding: 'agreed', words: 'I was there' }
  story.must(await confirmEnding.perform(story.being('maya'), found))
})

test('somebody else of the school who was not asked opens nothing', async () => {
  expect(await opens(await story.began())).toBe(404)
})
