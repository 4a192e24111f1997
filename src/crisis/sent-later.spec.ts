import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { callResponse } from './call-response.ts'
import { isLateEntered } from './entry.ts'
import { runRubric } from './run-rubric.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

/** A press as the page sends it, and as a device sends what it kept. */
const post = (path: string, { key, ...given }: Record<string, string>, kind: 'form' | 'kept' = 'kept') =>
  story.pages.app.inject({
    method: 'POST',
    url: path,
    headers: {
      host: 'riverside.example',
      origin: 'http://riverside.example',
      'x-cast': 'joan',
      accept: 'application/json',
      'x-csrf-token': 'token',
      'idempotency-key': key,
      'content-type': kind === 'kept' ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    payload:
      kind === 'kept' ? JSON.stringify(given) : new URLSearchParams({ ...given, _csrf: 'token' }).toString(),
  })
const times = async (incidentId: string) =>
  (await story.seen(incidentId)).entries.map(({ happenedAt, enteredAt }) => [
    happenedAt.toISOString(),
    enteredAt.toISOString(),
  ])

describe('What a device kept while there was no network', () => {
  test('stands with when it happened and when it was entered, and says that it was entered later [R373]', async () => {
    const incidentId = await story.began()
    story.minutesOn(40)
    const path = `/crisis/incidents/${incidentId}/safety`
    const kept = { action: 'not_alone', happenedAt: '2026-10-13T20:31:12.345Z' }
    expect((await post(path, { key: newId(), ...kept })).statusCode).toBe(200)
    expect(await times(incidentId)).toEqual([['2026-10-13T20:31:12.345Z', '2026-10-13T21:10:00.000Z']])
    const { entries } = await story.seen(incidentId)
    expect(entries.map(isLateEntered)).toEqual([true])
    expect((await story.pages.get('daniel', `/crisis/incidents/${incidentId}`)).html).toContain(
      'written down 14:10',
    )
  })

  test('is entered once, however often it is sent and whichever answer was lost', async () => {
    const incidentId = await story.began()
    const path = `/crisis/incidents/${incidentId}/safety`
    const kept = { key: newId(), action: 'not_alone', happenedAt: '2026-10-13T20:29:00Z' }
    const replies = await Promise.all([1, 2, 3].map(() => post(path, kept)))
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    // The page itself had sent it, and its answer was lost.
    const pressed = { key: newId(), action: 'others_away' }
    expect((await post(path, pressed, 'form')).statusCode).toBe(200)
    const again = await post(path, { ...pressed, happenedAt: '2026-10-13T20:29:00Z' })
    expect(again.json()).toMatchObject({ code: 'key_used_differently' })
    expect(await times(incidentId)).toHaveLength(2)
  })

  test('of an incident that was begun there too, its first answer is given again', async () => {
    const begun = { key: newId() }
    const first = (await post('/crisis/incidents', begun, 'form')).json<{ incidentId: string }>()
    const sent = await post('/crisis/incidents', { ...begun, happenedAt: '2026-10-13T20:29:00Z' })
    expect(sent.json()).toMatchObject({ code: 'key_used_differently' })
    expect((await post('/crisis/incidents', begun)).json()).toEqual(first)
    const other = { key: newId(), happenedAt: '2026-10-13T20:10:00Z' }
    const { incidentId } = (await post('/crisis/incidents', other)).json<{ incidentId: string }>()
    const { incident } = await story.seen(incidentId)
    expect([incident.startedAt, incident.enteredAt]).toEqual([
      new Date('2026-10-13T20:10:00Z'),
      new Date('2026-10-13T20:30:00Z'),
    ])
  })

  test('with a time to come, of long ago, or none at all is entered as now: no clock stops an entry', async () => {
    for (const happenedAt of ['2026-10-13T20:31:00Z', '2026-10-01T00:00:00Z', 'yesterday']) {
      const incidentId = await story.began()
      story.must(
        await tickSafety.perform(story.being('joan'), { incidentId, action: 'not_alone', happenedAt }),
      )
      expect(await times(incidentId)).toEqual([['2026-10-13T20:30:00.000Z', '2026-10-13T20:30:00.000Z']])
    }
  })

  test('a call that is not what the level says is taken, and explained before the end', async () => {
    const incidentId = await story.began()
    story.must(await runRubric.perform(story.being('ines'), { incidentId, answers: story.all('low') }))
    const called = { incidentId, response: 'mobile_crisis' }
    expect(await callResponse.perform(story.being('ruth'), called)).toMatchObject({
      because: ['reason_missing', 'reviewer_missing'],
    })
    const kept = { ...called, happenedAt: '2026-10-13T20:29:00Z' }
    story.must(await callResponse.perform(story.being('ruth'), kept))
    expect((await story.seen(incidentId)).blanks).toContain('departure_blank')
  })
})
