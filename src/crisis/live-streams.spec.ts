import { connect, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { until } from '#tests/support/until.ts'
import { momentOf } from './look-live.ts'
import { liveEvents } from './screens/live-events.ts'
import { followersChannel } from './tell-followers.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
  story.db.heard(followersChannel).on('nobody', () => undefined)
  await until(() => story.db.heard(followersChannel).isListening)
})
afterAll(() => story.close())

const began = async () => {
  const incidentId = await story.began()
  // What it said at its beginning was heard by then.
  await pause(50)
  return incidentId
}
const taps = (incidentId: string) =>
  tickSafety.perform(story.being('joan'), { incidentId, action: 'not_alone' })

/** The streams alone, with bounds and pauses that a spec can wait for. */
async function streams(how: Partial<Parameters<typeof liveEvents>[0]>) {
  const app = fastify({ forceCloseConnections: false })
  app.setErrorHandler((error: Error & { status?: number }, _request, reply) =>
    reply.code(error.status ?? 500).send(error.message),
  )
  const visit = async () => ({ doer: story.being('ruth', 1) }) as never
  await app.register(liveEvents({ visit, db: story.db, ...how }))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const open = (incidentId: string, at = '') =>
    fetch(`http://127.0.0.1:${port}/crisis/incidents/${incidentId}/events${at}`, {
      headers: { accept: 'text/event-stream' },
    })
  return { app, port, open }
}

describe('Streams', () => {
  test('are bounded for one person and for all, and a place is free again once somebody leaves', async () => {
    const incidentId = await began()
    const { app, open } = await streams({ most: { ofOne: 2, ofAll: 10 } })
    const [first, second] = [await open(incidentId), await open(incidentId)]
    expect([first.status, second.status, (await open(incidentId)).status]).toEqual([200, 200, 429])
    await first.body?.cancel()
    let freed = await open(incidentId)
    for (let waited = 0; freed.status === 429 && waited < 2000; waited += 20) {
      await pause(20)
      freed = await open(incidentId)
    }
    expect(freed.status).toBe(200)
    await second.body?.cancel()
    await app.close()
    const few = await streams({ most: { ofOne: 9, ofAll: 1 } })
    // An answer nobody holds any more is let go by the client, and its place with it: both are held here.
    const both = [await few.open(incidentId), await few.open(incidentId)]
    expect(both.map(({ status }) => status)).toEqual([200, 429])
    for (const { body } of both) await body?.cancel()
    await few.app.close()
  })

  test('beat, come to an end by themselves, and end at once when the server stops', async () => {
    const incidentId = await began()
    const brief = await streams({ lasting: { beat: 20, stream: 150 } })
    expect(await (await brief.open(incidentId)).text()).toMatch(
      /^retry: 3000\n\n(?:data: changed\n\n)?(:\n\n)+$/,
    )
    await brief.app.close()
    const long = await streams({ lasting: { beat: 10_000, stream: 600_000 } })
    const open = await Promise.all([long.open(incidentId), long.open(incidentId)])
    const from = performance.now()
    await long.app.close()
    expect(await open[0]?.text()).toMatch(/^retry: 3000/)
    expect(performance.now() - from).toBeLessThan(1500)
  })

  test('that are open ask the database nothing while nothing happens', async () => {
    const incidentId = await began()
    let asked = 0
    const { app, open } = await streams({
      lasting: { beat: 5, stream: 600_000 },
      visit: async () => {
        asked += 1
        return { doer: story.being('ruth', 1) } as never
      },
    })
    const stream = await open(incidentId)
    await pause(300)
    expect(asked).toBe(2)
    await taps(incidentId)
    await until(() => asked === 3)
    await stream.body?.cancel()
    await app.close()
  })

  test('say what was written down while they opened: it is asked once they listen', async () => {
    const incidentId = await began()
    const { incident, alerts } = await story.seen(incidentId)
    const steps: string[] = []
    const visit = async () => {
      // Committed before the connection hears anything, and after it was first asked.
      if (steps.includes('listens')) story.must(await taps(incidentId))
      steps.push('asked')
      return { doer: story.being('ruth', 1) } as never
    }
    const on = () => {
      steps.push('listens')
      return () => undefined
    }
    const { app, open } = await streams({ visit, db: { heard: () => ({ on }) } as never })
    const stream = await open(incidentId, `?at=${momentOf(incident, alerts)}`)
    const { value } = (await stream.body?.getReader().read()) ?? {}
    expect(new TextDecoder().decode(value)).toContain('data: changed')
    expect(steps).toEqual(['asked', 'listens', 'asked'])
    await app.close()
  })

  test('leave nothing behind when the browser goes away without a word', async () => {
    const incidentId = await began()
    const { app, port } = await streams({ lasting: { beat: 20, stream: 600_000 } })
    const heard = story.db.heard(followersChannel)
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('error', () => undefined)
    const asked = ['GET', `/crisis/incidents/${incidentId}/events`, 'HTTP/1.1'].join(' ')
    socket.write(`${asked}\r\nhost: x\r\naccept: text/event-stream\r\n\r\n`)
    await until(() => heard.count === 2)
    socket.resetAndDestroy()
    await until(() => heard.count === 1)
    expect(heard.isListening).toBe(true)
    await app.close()
  })
})
