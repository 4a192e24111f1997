import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { asking } from '#platform/http/asked-in-body.ts'
import { newId } from '#platform/ids.ts'
import { house } from '../../src/compose.ts'
import { actorOf, cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { pagesOf } from '../support/pages.ts'
import { riverside, type World } from '../support/riverside.ts'
import { filledIn } from '../support/whole-house.ts'
import { fieldsOf, filled, withField } from './own-ids.ts'

/** How many requests are made up; more by hand before a release. */
const requests = Number(process.env['THROUGHLINE_FUZZ'] ?? 2500)

vi.setConfig({ testTimeout: 60_000 + requests * 60, hookTimeout: 60_000 })

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

/** What tells of the inside of the house: a stack, a file of ours, a statement, an error of the database. */
const inside = new RegExp(
  [
    '\\n\\s+at .+:\\d+|node_modules|\\.tsx?:\\d+',
    'syntax error at|relation "|column "|violates |duplicate key|invalid input syntax|(?<!<)\\bselect .+ from ',
    'ZodError|Cannot read prop|is not a function',
  ].join('|'),
)

const nasty = [
  `' or 1=1 --`,
  `'; drop table student; --`,
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '{{7*7}}${7*7}',
  '=HYPERLINK("x")',
  '\r\nset-cookie: a=b',
  '%s%n%x',
  '\u202Eabc\u200B',
  '9'.repeat(400),
  'x'.repeat(20_000),
  '-1',
  '1e309',
  '2026-02-31',
  '9999999-01-01',
  '0000-00-00T99:99',
  'null',
  'true',
]
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.constantFrom(families.eli.id, families.sofia.id, 'harlow-high', '2026-10-20', '15:30', 'yes', 'es'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constant(null).map(() => newId()),
)
const deep = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 4 }),
  fc.array(text, { maxLength: 4 }),
  fc.constant({ ['__proto__']: { admin: true }, constructor: { prototype: 1 } }),
)
/** Who is sent: often somebody who may, so that more than the permission is asked. */
const keys = Object.keys(cast) as CastKey[]
const places = [
  ...house.screens.map(({ address, look }) => {
    const fields = ['q', 'page', 'sort', 'school', 'from']
    return { method: 'GET', address, by: look.by, fields, right: {} }
  }),
  ...house.screens
    .filter(({ typed }) => typed.length > 0)
    .map(({ address, look, typed }) => ({ method: asking, address, by: look.by, fields: typed, right: {} })),
  ...house.resources.map(({ method, address, act }) => {
    const fields = fieldsOf(act.given).map(([name]) => name)
    return { method, address, by: act.by, fields, right: filled(act.given) }
  }),
]
const seldom = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one })
const made = fc.record({
  place: fc.constantFrom(...places),
  anybody: fc.constantFrom<CastKey | null>(...keys, null),
  may: fc.boolean(),
  wild: fc.boolean(),
  changed: fc.array(fc.nat(40), { maxLength: 3 }),
  seeds: fc.array(deep, { minLength: 40, maxLength: 40 }),
  path: seldom(text),
  machine: fc.boolean(),
  accept: fc.constantFrom('text/html', 'application/json', '*/*', 'x', 'application/problem+json'),
  type: seldom(fc.constantFrom('text/xml', 'application/json; charset=x', '')),
  language: fc.constantFrom('en', 'es', 'ar', 'zz', ';;;'),
})
type Made = typeof made extends fc.Arbitrary<infer One> ? One : never

const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** `{ a: { b: 1 } }` as a form sends it: a.b=1. */
const flat = (given: object, before = ''): [string, string][] =>
  Object.entries(given).flatMap(([name, value]): [string, string][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flat(value as object, `${before}${name}.`)
      : [[`${before}${name}`, asText(value)]],
  )

/** Everything right but up to three answers, or everything wild. */
function wordsOf({ place, wild, changed, seeds }: Made): Record<string, unknown> {
  const at = wild ? [...place.fields.keys()] : changed.filter((one) => one < place.fields.length)
  const start: Record<string, unknown> = wild ? {} : place.right
  return at.reduce(
    (given, one) => withField(given, place.fields[one] as string, seeds[one % seeds.length]),
    start,
  )
}

const whoOf = ({ place, anybody, may }: Made): CastKey | null =>
  (may ? keys.find((key) => place.by.includes(actorOf(key).role)) : undefined) ?? anybody

/** The request somebody made up, as it goes over the wire. */
function requestOf(one: Made) {
  const { place, path, machine, accept, type, language } = one
  const words = wordsOf(one)
  const form = new URLSearchParams(flat(words)).toString()
  const url = filledIn(place.address, () => encodeURIComponent(path ?? families.eli.id).slice(0, 3000))
  const as = whoOf(one)
  const headers = {
    accept,
    'accept-language': language,
    'host': 'riverside.example',
    'origin': 'http://riverside.example',
    'idempotency-key': newId(),
    'x-csrf-token': 'token',
    ...(as !== null && { 'x-cast': as }),
  }
  if (place.method === 'GET') return { method: 'GET' as const, url: `${url}?${form.slice(0, 8000)}`, headers }
  const kind = type ?? (machine ? 'application/json' : 'application/x-www-form-urlencoded')
  const payload = machine ? JSON.stringify(words) : form
  return { method: place.method as 'POST', url, headers: { ...headers, 'content-type': kind }, payload }
}

describe('Whatever is sent', () => {
  test('is answered, tells nothing of the inside, and nothing breaks', async () => {
    const told: string[] = []
    const statuses = new Map<number, number>()
    for (const one of fc.sample(made, { numRuns: requests, seed: 20_261_013 })) {
      const asked = requestOf(one)
      const { statusCode, body } = await pages.app.inject(asked)
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
      const shown = `${asked.method} ${one.place.address}: ${statusCode}`
      if (inside.test(body)) told.push(`${shown} ${inside.exec(body)?.[0]}`)
      if (statusCode >= 500) told.push(`${shown} ${pages.broken.at(-1)?.message}`)
    }
    expect(told).toEqual([])
    // It came far enough to be judged, and was not all turned away at the door.
    for (const status of [200, 303, 401, 403, 404, 409, 415, 422])
      expect([...statuses.keys()]).toContain(status)
    const alive = await pages.get('maya', '/today')
    expect(alive.status).toBe(200)
  })

  test('and tells of the inside would be found', () => {
    const leaks = [
      'Error: x\n    at carryOut (file:///app/src/platform/http/mount.ts:91:9)',
      'error: syntax error at or near "drop"',
      'null value in column "name" of relation "student" violates not-null constraint',
      'TypeError: Cannot read properties of undefined',
      'select id from student where district_id = $1',
    ]
    for (const leak of leaks) expect(leak).toMatch(inside)
    expect('There is nothing here that you can open.').not.toMatch(inside)
  })
})
