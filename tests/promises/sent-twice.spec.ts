import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import type { CastKey } from '../riverside/cast.ts'
import { pagesOf } from '../support/pages.ts'
import { riverside, type World } from '../support/riverside.ts'

let world: World
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  world = await riverside()
  pages = await pagesOf(world)
})
afterAll(async () => {
  await pages.close()
  await world.close()
})

type Closure = { onDay: string; label: string }

const common = (as: CastKey) => ({
  'x-cast': as,
  'host': 'riverside.example',
  'origin': 'http://riverside.example',
  'x-csrf-token': 'token',
})

const byForm = (as: CastKey, key: string, closure: Closure) =>
  pages.app.inject({
    method: 'POST',
    url: '/closures',
    headers: { ...common(as), 'accept': 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: 'token', _key: key, ...closure }).toString(),
  })

const byMachine = (as: CastKey, key: string, closure: Closure) =>
  pages.app.inject({
    method: 'POST',
    url: '/closures',
    headers: {
      ...common(as),
      'accept': 'application/json',
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    payload: JSON.stringify(closure),
  })

const closuresOn = async (day: string) =>
  (await world.admin.query('select id from school_closure where on_day = $1', [day])).rowCount
const tracesOf = async (day: string) =>
  (await world.trailOf(`kind = 'change' and detail->>'on_day' = $1`, [day])).length

describe.each([
  ['form', byForm, '2027-02-08', 303],
  ['JSON', byMachine, '2027-02-09', 200],
] as const)('A change sent as a %s', (kind, send, onDay, status) => {
  const closure = { onDay, label: 'Teachers learn' }
  const key = newId()

  test(`a hundred times at once makes one row and one trace, and every answer is the same: ${kind}`, async () => {
    const hundred = Array.from({ length: 100 }, () => send('yolanda', key, closure))
    const answers = await Promise.all(hundred)
    const told = new Set(
      answers.map(({ statusCode, body, headers }) => `${statusCode} ${headers.location} ${body}`),
    )
    expect(told.size).toBe(1)
    expect(answers[0]?.statusCode).toBe(status)
    expect([await closuresOn(onDay), await tracesOf(onDay)]).toEqual([1, 1])
  })

  test(`three days later with the same key hears the same, and nothing is done again: ${kind}`, async () => {
    const before = world.clock.now()
    const first = await send('yolanda', key, closure)
    world.clock.set(new Date(before.getTime() + 72 * 3_600_000))
    const later = await send('yolanda', key, closure)
    world.clock.set(before)
    expect([later.statusCode, later.body]).toEqual([first.statusCode, first.body])
    expect(await closuresOn(onDay)).toBe(1)
  })

  test(`with the key of another change is refused, and changes nothing: ${kind}`, async () => {
    const reply = await send('yolanda', key, { onDay: '2027-02-10', label: 'Teachers learn' })
    expect(reply.statusCode).toBe(422)
    expect(await closuresOn('2027-02-10')).toBe(0)
  })

  test(`by somebody else with the same key is a change of their own: ${kind}`, async () => {
    const day = kind === 'form' ? '2027-02-11' : '2027-02-12'
    const other = 'leila'
    const reply = await send(other, key, { onDay: day, label: 'Teachers learn' })
    expect(reply.statusCode).toBe(status)
    expect(await closuresOn(day)).toBe(1)
  })
})
