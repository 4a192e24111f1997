import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordException } from '#exceptions/record-exception.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const report = {
  studentId: families.theo.id,
  basis: 'mandated_report',
  threat: '',
  items: ['identity', 'what_was_observed'],
  recipientKind: 'child_protection',
  recipientName: 'Intake desk',
  recipientOffice: 'County child protection',
  channel: 'phone',
  onDay: '2026-10-13',
  atTime: '13:10',
}
const make = (given: object) => recordException.perform(story.being('daniel'), { ...report, ...given })

test('a report made while an incident ran shows on it to whoever may read it, and gives others nothing away [R116]', async () => {
  const incidentId = await story.began()
  const page = async (key: CastKey) => {
    const { html } = await story.pages.get(key, `/crisis/incidents/${incidentId}`)
    return html.replaceAll(/(?:name="_key" value|nonce)="[^"]+"/g, '')
  }
  const seen = async (key: CastKey) => JSON.stringify(await story.seen(incidentId, key))
  const others = ['helen', 'marcus', 'lucia', 'ines', 'joan'] as const
  const before = await Promise.all(others.map(async (key) => [await page(key), await seen(key)]))
  expect(await page('daniel')).toContain(`/exceptions?basis=mandated_report&amp;incident=${incidentId}`)

  const { exceptionId } = story.must(await make({ reportedInId: incidentId }))
  for (const key of ['daniel', 'ruth', 'samuel'] as const) {
    const html = await page(key)
    expect(html).toContain('Report made, for few to read')
    expect(html).toContain('by Daniel Reyes, 13:10')
    expect(html).toContain(`/exceptions/${exceptionId}`)
  }
  expect((await story.seen(incidentId, 'ruth')).reports).toMatchObject([
    { recipientKind: 'child_protection', disclosedByName: 'Daniel Reyes' },
  ])
  expect(await Promise.all(others.map(async (key) => [await page(key), await seen(key)]))).toEqual(before)
  const { html } = await story.pages.get('ruth', `/exceptions/${exceptionId}`)
  expect(html).toContain('While an incident of the student ran.')
})

test('a report is kept with an incident of its own student alone, and nothing else is kept so', async () => {
  const other = await story.began({ studentId: families.sofia.id })
  await expect(make({ reportedInId: other })).rejects.toMatchObject({ code: 'not_found' })
  const incidentId = await story.began()
  const emergency = {
    basis: 'health_safety_emergency',
    recipientKind: 'police',
    threat: 'He ran out of the building toward the road.',
    reportedInId: incidentId,
  }
  story.must(await make(emergency))
  expect((await story.seen(incidentId, 'ruth')).reports).toEqual([])
})
