import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { traceSetting } from '#tests/riverside/rows.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { callResponse } from './call-response.ts'
import { runRubric } from './run-rubric.ts'
import { reviewDeparture } from './review-departure.ts'
import { skipStep } from './skip-step.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const demo = (is: boolean) =>
  story.db.transaction({ districtId: riversideId, side: 'system' }, async (tx) => {
    await tx.run(sql`update district set demo = ${is} where district_id = ${riversideId}`)
    await traceSetting(tx, { at: story.clock.now(), type: 'district', ids: [riversideId] })
  })
const runs = (incidentId: string) =>
  runRubric.perform(story.being('ines'), { incidentId, answers: story.all('low') })

test('a live school runs no sample rubric, whoever asks; help is called and written down all the same [R095]', async () => {
  const practising = await story.began()
  story.must(await runs(practising))
  await demo(false)
  const incidentId = await story.began()
  expect(await runs(incidentId)).toEqual({ done: false, because: ['sample_not_signed'] })
  const lead = { incidentId, answers: story.all('high') }
  expect(await runRubric.perform(story.being('ruth', 1), lead)).toEqual({
    done: false,
    because: ['sample_not_signed'],
  })
  story.must(await tickSafety.perform(story.being('joan'), { incidentId, action: 'not_alone' }))
  const called = { incidentId, response: 'emergency_services' }
  story.must(await callResponse.perform(story.being('joan'), called))
  const why = 'The district has not signed a standard yet'
  const left = { incidentId, step: 'rubric', why, reviewerId: cast.helen.id }
  story.must(await skipStep.perform(story.being('ruth'), left))
  const waiting = await story.seen(incidentId)
  expect(waiting.blanks).toContain('rubric_blank')
  const callId = waiting.entries.find(({ kind }) => kind === 'step_skipped')?.id
  const found = { incidentId, callId, finding: 'was_right', words: 'Nothing is signed' }
  expect((await story.pages.get('helen', `/crisis/incidents/${incidentId}`)).html).toContain(
    'You were asked to look at a step that was left out: 4. Run the rubric',
  )
  expect((await story.pages.get('ruth', '/crisis/departures')).html).toContain('Left out: 4. Run the rubric')
  story.must(await reviewDeparture.perform(story.being('helen'), found))
  const { blanks, entries } = await story.seen(incidentId)
  expect(blanks).not.toContain('rubric_blank')
  expect(entries.map(({ kind }) => kind)).not.toContain('rubric_run')
  for (const paper of ['card', 'script', 'form'])
    expect((await story.pages.get('ruth', `/crisis/papers/${paper}`)).html).toContain(
      'Sample: not approved for use',
    )
  await demo(true)
})
