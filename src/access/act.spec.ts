import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { catalog } from '#platform/words.ts'
import { newId } from '#platform/ids.ts'
import { statement } from '#platform/database/query.ts'
import { Problem } from '#platform/problem.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { act, done, refused } from './act.ts'
import { scopeOf } from './actor.ts'

const closing = statement(
  ($: { district: string; id: string; day: string }) => sql`
    insert into school_closure (district_id, id, on_day, label) values (${$.district}, ${$.id}, ${$.day}, 'Snow')`,
)
const Given = z.object({ day: z.string() })
const words = catalog({ en: { no_snow: 'It does not snow here.' } })
const declared = { by: ['privacy_officer'], given: Given, refusals: words } as const

const close = act({
  ...declared,
  name: 'district/close-school',
  async do(unit, { day }) {
    unit.permit(true)
    const id = unit.id()
    await unit.tx.run(closing, { district: unit.districtId, id, day })
    unit.record('closure.added', { type: 'closure', id })
    return done({ id })
  },
})
const careless = act({ ...declared, name: 'district/careless', do: async () => done({}) })
const untraced = act({
  ...declared,
  name: 'district/untraced',
  async do(unit, { day }) {
    unit.permit(true)
    await unit.tx.run(closing, { district: unit.districtId, id: unit.id(), day })
    return done({})
  },
})
const changesItsMind = act({
  ...declared,
  name: 'district/changes-its-mind',
  async do(unit, { day }) {
    unit.permit(true)
    await unit.tx.run(closing, { district: unit.districtId, id: unit.id(), day })
    return refused(['no_snow'])
  },
})

const wroteOn = '2027-03-01'
const foresees = act({
  ...declared,
  name: 'district/foresees',
  given: z.object({
    day: z.string('Give the day'),
    part: z.object({ hour: z.number() }).default({ hour: 8 }),
  }),
  fields: { no_snow: 'hour', too_warm: 'day' },
  refusals: catalog({ en: { no_snow: 'It does not snow here.', too_warm: 'Too warm.' } }),
  do: async () => refused(['no_snow', 'too_warm']),
  async foresee(unit, { day, part }) {
    unit.permit(unit.actor.role === 'privacy_officer')
    await unit.tx.run(closing, { district: unit.districtId, id: unit.id(), day: day ?? wroteOn })
    return part === undefined ? ['too_warm'] : ['no_snow', 'too_warm']
  },
})

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.admin.query(`delete from school_closure where label = 'Snow'`).catch(() => undefined)
})
const closures = async (day: string) => {
  const { rows } = await world.admin.query('select 1 from school_closure where on_day = $1', [day])
  return rows.length
}
const asking = (key: string, request = 'same') => ({ key, request: Buffer.from(request) })

test('an act that is permitted and recorded happens, and the trail says so', async () => {
  const outcome = await close.perform(world.being('leila'), { day: '2027-02-01' })
  expect(outcome.done).toBe(true)
  expect(await closures('2027-02-01')).toBe(1)
  expect(await world.trail()).toContain('privacy_officer: closure.added')
})

test('an act that never asks permission is undone', async () => {
  await expect(careless.perform(world.being('leila'), { day: '2027-02-02' })).rejects.toThrow('never asked')
})

test('an act that leaves no trace is undone', async () => {
  await expect(untraced.perform(world.being('leila'), { day: '2027-02-03' })).rejects.toThrow('left no trace')
  expect(await closures('2027-02-03')).toBe(0)
})

test('a refusal leaves nothing behind but its reasons, and stays on record', async () => {
  const outcome = await changesItsMind.perform(world.being('leila'), { day: '2027-02-04' })
  expect(outcome).toEqual({ done: false, because: ['no_snow'] })
  expect(changesItsMind.says('no_snow')).toBe('It does not snow here.')
  expect(await closures('2027-02-04')).toBe(0)
  expect(await world.trail('refusal')).toContain('privacy_officer: district/changes-its-mind')
})

test('what does not fit and what stands in the way of the rest is said at once, and nothing remains of it', async () => {
  const told = async (given: object) => {
    const error = await foresees.perform(world.being('leila'), given).catch((problem: Problem) => problem)
    return error instanceof Problem ? error.because.map(({ field, says }) => `${field}: ${says}`) : error
  }
  const [day, hour] = ['day: Too warm.', 'hour: It does not snow here.']
  expect(await told({})).toEqual(['day: Give the day', hour])
  expect(await told({ day: wroteOn, part: { hour: 'eight' } })).toEqual([
    expect.stringMatching(/^part.hour/),
    day,
  ])
  expect(await told({ day: wroteOn, part: 8 })).toEqual([expect.stringMatching(/^part: /), hour, day])
  expect(await closures(wroteOn)).toBe(0)
})

test('a role that may not is refused before anything is read, and the attempt is on record', async () => {
  await expect(close.perform(world.being('joan'), { day: '2027-02-05' })).rejects.toThrow(
    new Problem('not_allowed'),
  )
  expect(await world.trail('refusal')).toContain('teacher: district/close-school')
})

test('code that goes around act() cannot change a traced table', async () => {
  const around = world.db.transaction(scopeOf(world.being('leila').actor), (tx) =>
    tx.run(closing, { district: world.districtId, id: newId(), day: '2027-02-06' }),
  )
  await expect(around).rejects.toThrow('left no trace')
  expect(await closures('2027-02-06')).toBe(0)
})

test('a request sent a hundred times at once is carried out once, and everybody hears the same answer', async () => {
  const key = newId()
  const hundred = Array.from({ length: 100 }, () =>
    close.perform(world.being('leila'), { day: '2027-02-07' }, asking(key)),
  )
  const answers = await Promise.all(hundred)
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await closures('2027-02-07')).toBe(1)
})

test('a key that comes back with another request is refused', async () => {
  const key = newId()
  await close.perform(world.being('leila'), { day: '2027-02-08' }, asking(key))
  const again = close.perform(world.being('leila'), { day: '2027-02-08' }, asking(key, 'different'))
  await expect(again).rejects.toThrow(new Problem('key_used_differently'))
})
