import { afterAll, beforeAll, expect, test } from 'vitest'
import { fewest } from '#platform/small-counts.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { callResponse } from './call-response.ts'
import { lookFigures } from './look-figures.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

/** Mobile crisis is called so many minutes after the first tap, and the caregiver is told then. */
async function calledAfter(minutes: number) {
  story.clock.set('2026-10-13T20:30:00Z')
  const incidentId = await story.began()
  story.minutesOn(3)
  await story.upToTheLevel(incidentId)
  story.minutesOn(minutes - 3)
  const call = { incidentId, response: 'mobile_crisis', reached: 'Jo Tanner' }
  story.must(await callResponse.perform(story.being('ruth'), call))
  await story.toTheEnd(incidentId)
}
const rowsFor = async (key: 'ruth' | 'thomas') => (await lookFigures.see(story.being(key), {})).medians.rows

test('how soon each step was taken is the median of a month and a school, from the times of the steps [R102]', async () => {
  await calledAfter(10)
  await calledAfter(20)
  const [row, ...others] = await rowsFor('ruth')
  expect(others).toEqual([])
  expect(row).toEqual({
    month: '2026-10',
    schoolName: 'Alder Creek Middle School',
    incidents: 2,
    steps: { alert: 0, answer: 3, rubric: 3, response: 15, caregiver: 15 },
  })
  const { html } = await story.pages.get('ruth', '/crisis/figures')
  expect(html).toContain('October 2026, Alder Creek Middle School')
  expect(html).toMatch(/data-k="Help from outside called"[^>]*>15 min/)
})

test('whoever reads no record reads no median of fewer than can be told, not even that there were some', async () => {
  expect(await rowsFor('thomas')).toEqual([])
  const { html } = await story.pages.get('thomas', '/crisis/figures')
  expect(html).toContain('Months and schools with fewer than 10 incidents are left out.')
  for (let more = 2; more < fewest; more++) await calledAfter(20)
  expect((await rowsFor('thomas')).map(({ incidents, steps }) => [incidents, steps.response])).toEqual([
    [null, 20],
  ])
})
