import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { crisisPage } from './crisis-page.ts'
import { handOver } from './hand-over.ts'
import { incidentPage } from './incident-page.ts'
import { startIncident } from './start-incident.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

const pressed = '2026-10-13T20:27:31.250Z'
const incidentAt = (incidentId: string, at: string) =>
  incidentPage.see(story.being('joan'), { incidentId, pressed: at })

test('a press that came when nobody was signed in any more is pressed again, and written for the instant it came', async () => {
  const incidentId = await story.began()
  const { when } = await incidentAt(incidentId, pressed)
  expect(when).toEqual({ pressedAt: pressed })
  const page = (await story.pages.get('joan', `/crisis/incidents/${incidentId}?pressed=${pressed}`)).html
  expect(page).toContain('You were signed out when you pressed at 13:27.')
  expect(page).toContain(`name="pressedAt" value="${pressed}"`)
  story.must(await tickSafety.perform(story.being('joan'), { incidentId, action: 'not_alone', ...when }))
  const [entry] = (await story.seen(incidentId)).entries
  expect([entry?.happenedAt.toISOString(), entry?.enteredAt.toISOString()]).toEqual([
    pressed,
    '2026-10-13T20:30:00.000Z',
  ])
})

test('the beginning of an incident too', async () => {
  const given = { school: 'Alder Creek Middle School' }
  const { pressedAt } = await crisisPage.see(story.being('joan'), { pressed })
  expect(pressedAt?.toISOString()).toBe(pressed)
  const start = { ...given, pressedAt: pressed }
  const { incidentId } = story.must(await startIncident.perform(story.being('joan'), start))
  expect((await story.seen(incidentId)).incident.startedAt.toISOString()).toBe(pressed)
})

test('an instant to come, of long ago, or none at all is now; and no rule is looser for it', async () => {
  const incidentId = await story.began()
  for (const at of ['2026-10-13T20:31:00Z', '2026-10-01T00:00:00Z', 'yesterday'])
    expect((await incidentAt(incidentId, at)).when).toEqual({})
  const over = { incidentId, disposition: 'stayed_at_school', pressedAt: pressed }
  expect(await handOver.perform(story.being('joan'), over)).toMatchObject({ done: false })
})
