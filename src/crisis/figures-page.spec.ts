import { afterAll, beforeAll, expect, test } from 'vitest'
import { acknowledgeConcern } from '#concerns/acknowledge-concern.ts'
import { askAsStudent } from '#concerns/ask-as-student.ts'
import { tellArrival } from '#concerns/tell-arrival.ts'
import { publishMinimumNecessary } from '#standards/publish-minimum-necessary.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { crisisPage } from './crisis-page.ts'
import { incidentPage } from './incident-page.ts'
import { fewest } from '#platform/small-counts.ts'
import { lookFigures } from './look-figures.ts'
import { startIncident } from './start-incident.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const started = async (given: object) =>
  story.must(await startIncident.perform(story.being('daniel'), given)).incidentId
const theo = { studentId: families.theo.id }
const figures = async (given: object = {}) => lookFigures.see(story.being('ruth'), given)

test('the second crisis of a student within the window shows that it is a repeat, and is counted [R110]', async () => {
  const first = await started({ ...theo, place: 'Gym', onPremises: 'yes', knownBy: 'peer_said' })
  const page = (incidentId: string) => incidentPage.see(story.being('ruth'), { incidentId })
  expect((await page(first)).repeatsOn).toBeNull()
  expect((await figures()).all?.repeats).toBe(0)
  story.minutesOn(90 * 24 * 60)
  const second = await started({ ...theo, place: 'Bus stop', onPremises: 'no' })
  expect((await page(second)).repeatsOn).toBe('2026-10-13')
  expect((await page(first)).repeatsOn, 'the first one stays the first').toBeNull()
  expect((await figures()).all?.repeats).toBe(1)
  const { html } = await story.pages.get('ruth', `/crisis/incidents/${second}`)
  expect(html).toContain('Repeat: another crisis of this student began')
  const another = await started({ studentId: families.sofia.id })
  expect((await page(another)).repeatsOn, 'of another student').toBeNull()
  story.minutesOn(91 * 24 * 60)
  const late = await started(theo)
  expect((await page(late)).repeatsOn, 'outside the window').toBeNull()
  expect((await figures()).all).toMatchObject({ began: 4, repeats: 1 })
})

test('those on school premises, how they began, where and when, are read by whoever follows them [R107]', async () => {
  const on = await figures({ premises: 'on' })
  expect(on.list.map(({ place, knownBy, onPremises }) => [place, knownBy, onPremises])).toEqual([
    ['Gym', 'peer_said', true],
  ])
  expect(on.list[0]?.startedAt).toEqual(new Date('2026-10-13T20:30:00Z'))
  expect(on.all).toMatchObject({ began: 1, on: 1 })
  expect((await figures({ premises: 'off' })).list.map(({ place }) => place)).toEqual(['Bus stop'])
  expect((await figures({ premises: 'unknown' })).all?.began).toBe(2)
  const { html } = await story.pages.get('ruth', '/crisis/figures?premises=on')
  expect(html).toContain('Gym')
  expect(html).toContain('Another student said it: 1')
  expect((await story.pages.get('joan', '/crisis/figures')).status).toBe(403)
})

test('governance reads the same figures where no part of them could say whom they are about, and no incident [R107]', async () => {
  const seen = async () => lookFigures.see(story.being('thomas'), { premises: 'on' })
  expect(await seen()).toMatchObject({ readsEach: false, all: undefined, list: [] })
  expect((await story.pages.get('thomas', '/crisis/figures')).html).toContain('smaller than 10')
  for (let at = 0; at < fewest - 1; at++) await started({ onPremises: 'yes', place: 'Yard' })
  const told = await seen()
  expect(told).toMatchObject({ all: { began: fewest, on: fewest }, by: { staff: fewest } })
  expect(told.known, 'one of them became known otherwise than the others').toBeUndefined()
  expect(told.list).toEqual([])
  expect(JSON.stringify(told)).not.toContain('Yard')
})

test('a request for help is followed up, and the time from asking to help is reported [R117]', async () => {
  const help = async () => (await lookFigures.see(story.being('daniel'), {})).help
  expect(await help()).toEqual({ asked: 0, waiting: 0, middleMinutes: null })
  const calls =
    "select kind from notice where person_id = $1 and kind in ('concern.asked', 'concern.urgent') and read_at is null"
  story.must(await askAsStudent.perform(story.anybody(), { name: 'Ruben' }))
  const [asked] = await story.rows<{ id: string }>(`select id from concern where source = 'student'`)
  const concernId = asked?.id
  await tellArrival.perform(story.asSystem(riversideId), { concernId })
  expect(await story.rows(calls, [cast.daniel.id]), 'whoever triages owes it').toHaveLength(1)
  expect(await help()).toEqual({ asked: 1, waiting: 1, middleMinutes: null })
  story.minutesOn(12)
  story.must(await acknowledgeConcern.perform(story.being('daniel'), { concernId }))
  expect(await story.rows(calls, [cast.daniel.id])).toEqual([])
  expect(await help()).toEqual({ asked: 1, waiting: 0, middleMinutes: 12 })
  const marcus = await lookFigures.see(story.being('marcus'), {})
  expect(marcus.help, 'so few could say who asked').toBeUndefined()
})

test('whom a running incident is about is left out for who may not know who a student is', async () => {
  const names = async () =>
    (await crisisPage.see(story.being('daniel'), {})).incidents.map(({ studentName }) => studentName)
  expect(await names()).toContain('Theo Brandt')
  story.must(
    await publishMinimumNecessary.perform(story.being('yolanda'), {
      version: '1',
      inForceOn: '2027-04-12',
      decision: 'Board of April 5',
      role: 'counselor',
      dataClass: 'identity',
      for: [],
      because: 'Tried out',
    }),
  )
  expect(new Set(await names())).toEqual(new Set([null]))
  expect((await story.pages.get('daniel', '/crisis')).html).not.toContain('Brandt')
})
