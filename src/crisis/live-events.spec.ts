import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blockAccess } from '#people/block-access.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import type { Browser } from '#tests/support/browser.ts'
import { until } from '#tests/support/until.ts'
import { wholeHouse } from '#tests/support/whole-house.ts'
import { startIncident } from './start-incident.ts'
import { takeIncident } from './take-incident.ts'
import { followersChannel } from './tell-followers.ts'
import { tickSafety } from './tick-safety.ts'

let house: Awaited<ReturnType<typeof wholeHouse>>
let origin: string
beforeAll(async () => {
  house = await wholeHouse()
  house.front.clock.set('2026-10-13T20:30:00Z')
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  // The connection is there from the beginning: nobody hears that something may have happened before it was.
  house.front.db.heard(followersChannel).on('nobody', () => undefined)
  await until(() => house.front.db.heard(followersChannel).isListening)
  origin = `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`
})
afterAll(() => house.close())

const began = async () => {
  const outcome = await startIncident.perform(house.front.being('joan'), { studentId: families.theo.id })
  if (!outcome.done) throw new Error(outcome.because.join())
  // What it said at its beginning was heard by then.
  await pause(50)
  return outcome.result.incidentId
}
const taps = (incidentId: string, action = 'not_alone', by: CastKey = 'joan') =>
  tickSafety.perform(house.front.being(by), { incidentId, action })

const cookieOf = ({ cookies }: Browser) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

/** A page that listens, as a browser does. */
async function follows(incidentId: string, browser: Browser, { accept = 'text/event-stream', at = '' } = {}) {
  const ends = new AbortController()
  const reply = await fetch(`${origin}/crisis/incidents/${incidentId}/events${at}`, {
    headers: { cookie: cookieOf(browser), accept },
    signal: ends.signal,
  })
  const said = { text: '', over: false }
  const reading = async () => {
    for await (const chunk of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) said.text += chunk
  }
  void reading()
    .catch(() => undefined)
    .finally(() => (said.over = true))
  return {
    status: reply.status,
    headers: reply.headers,
    said,
    events: () => said.text.split('data: changed').length - 1,
    leave: () => ends.abort(),
  }
}

describe('Whoever has the page of an incident open', () => {
  test('hears that somebody else wrote something down, and nothing of what it was', async () => {
    const incidentId = await began()
    const ruth = await house.front.signedIn('ruth', house.browser())
    const stream = await follows(incidentId, ruth)
    expect(stream.status).toBe(200)
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.headers.get('cache-control')).toBe('no-store')
    expect(stream.headers.get('content-security-policy')).toContain("default-src 'none'")
    await until(() => stream.said.text.startsWith('retry: 3000'))
    await taps(incidentId)
    await until(() => stream.events() === 1)
    await takeIncident.perform(house.front.being('marcus'), { incidentId, fromId: cast.joan.id })
    await until(() => stream.events() === 2)
    expect(stream.said.text).toBe('retry: 3000\n\ndata: changed\n\ndata: changed\n\n')
    stream.leave()
  })

  test('hears at once that something happened between the reading of the page and the opening of the stream', async () => {
    const incidentId = await began()
    const ruth = await house.front.signedIn('ruth', house.browser())
    await ruth.get(`/crisis/incidents/${incidentId}`)
    const [, at = ''] = /data-events="[^"?]*(\?[^"]*)"/.exec(ruth.page) ?? []
    expect(at).toMatch(/^\?at=\d+-1-0$/)
    const before = await follows(incidentId, ruth, { at })
    await taps(incidentId)
    const after = await follows(incidentId, ruth, { at })
    await until(() => after.events() === 1)
    await until(() => before.events() === 1)
    before.leave()
    after.leave()
  })

  test('hears nothing of another incident, and opens no stream of one they may not follow', async () => {
    const [own, other] = [await began(), await began()]
    const karen = await house.front.signedIn('karen', house.browser())
    expect((await follows(own, karen)).status).toBe(404)
    expect((await follows(own, house.browser())).status).toBe(401)
    const ruth = await house.front.signedIn('ruth', house.browser())
    const stream = await follows(own, ruth)
    await taps(other)
    await taps(own)
    await until(() => stream.events() === 1)
    await pause(100)
    expect(stream.events()).toBe(1)
    stream.leave()
    expect((await follows(own, ruth, { accept: 'text/html' })).status).toBe(415)
  })

  test('hears nothing more once their session was ended: the stream closes at the next event', async () => {
    const incidentId = await began()
    const [ruth, daniel] = [
      await house.front.signedIn('ruth', house.browser()),
      await house.front.signedIn('daniel', house.browser()),
    ]
    const [ended, goesOn] = [await follows(incidentId, ruth), await follows(incidentId, daniel)]
    await ruth.get('/account')
    expect((await ruth.send('/sign-out', {})).statusCode).toBe(303)
    await taps(incidentId)
    await until(() => ended.said.over)
    await until(() => goesOn.events() === 1)
    expect(ended.events()).toBe(0)
    goesOn.leave()
  })

  test('hears nothing more once they are kept from the student', async () => {
    const incidentId = await began()
    const ines = await house.front.signedIn('ines', house.browser())
    const stream = await follows(incidentId, ines)
    expect(stream.status).toBe(200)
    const kept = { studentId: families.theo.id, personId: cast.ines.id, kind: 'conflict_of_interest' }
    expect((await blockAccess.perform(house.front.being('leila'), kept)).done).toBe(true)
    await taps(incidentId)
    await until(() => stream.said.over)
    expect(stream.events()).toBe(0)
  })

  test('keeps no session alive by listening', async () => {
    const incidentId = await began()
    const marcus = await house.front.signedIn('marcus', house.browser())
    const usedAt = async () =>
      (
        await house.front.admin.query<{ at: Date }>(
          `select max(s.updated_at) as at from auth.session s join auth.session_place p on p.session_id = s.id
           join person q on q.login_id = s.login_id where q.id = $1`,
          [cast.marcus.id],
        )
      ).rows[0]?.at
    const before = await usedAt()
    house.front.after(3)
    const stream = await follows(incidentId, marcus)
    expect(stream.status).toBe(200)
    await taps(incidentId)
    await until(() => stream.events() === 1)
    expect(await usedAt()).toEqual(before)
    stream.leave()
    await marcus.get(`/crisis/incidents/${incidentId}`)
    expect(await usedAt()).not.toEqual(before)
  })
})
