import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { createToken } from '#access/create-token.ts'
import { standingOfToken } from '#access/standing.ts'
import { newToken } from '#access/token.ts'
import { addClosure } from '#district/add-closure.ts'
import { calendarOf } from '#district/contract.ts'
import { removeClosure } from '#district/remove-closure.ts'
import { setWorkingHours } from '#district/set-working-hours.ts'
import { newId } from '#platform/ids.ts'
import { Db, type Transaction } from '#platform/database/database.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { insertRows, traceSetting } from '#tests/riverside/rows.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { approveSample } from './approve-sample.ts'
import { modelInForce } from './store.ts'

let world: World
/** Another process beside the first. */
let beside: Db
const token = newToken(newId())
beforeAll(async () => {
  world = await riverside()
  beside = new Db({ ...world.login('app'), max: 2 })
  const secretHash = token.hash.toString('hex')
  const label = 'Revisions'
  await createToken.perform(world.being('yolanda'), { tokenId: token.id, secretHash, label, days: 2 })
})
afterAll(async () => {
  await beside.close()
  await world.close()
})

/** The district head as seen now, which is how every request begins. */
async function seen() {
  const actor = (await standingOfToken(world.db, token, world.clock.now()))?.actor
  if (actor?.revision === undefined) throw new Error('Nobody was seen')
  return { ...actor, revision: actor.revision }
}
type Seen = Awaited<ReturnType<typeof seen>>
const being = async () => world.as(await seen())
const inSystem = (work: (tx: Transaction) => Promise<unknown>) =>
  world.db.transaction({ districtId: riversideId, side: 'system' }, work)
/** Every weekday as it was but for Monday. */
const hours = Object.fromEntries(
  [1, 2, 3, 4, 5].map((weekday) => [weekday, { opens: weekday === 1 ? '08:15' : '07:30', closes: '16:00' }]),
)
const smokeOn = async (onDay: string) =>
  expect(await addClosure.perform(await being(), { onDay, label: 'Smoke' })).toMatchObject({ done: true })
const closedOn = (day: string) => async (tx: Transaction) =>
  (await calendarOf(tx)).closures.some(({ on }) => on === day)
const read = (by: Seen, day: string, db = world.db) => db.transaction(scopeOf(by), closedOn(day))

describe('The revision of a district', () => {
  const term = { id: newId(), name: 'Summer', starts_on: '2027-07-01', ends_on: '2027-07-30' }
  test.each([
    ['a day without school', () => smokeOn('2026-10-20')],
    [
      'a day taken off the list',
      async () => {
        const { rows } = await world.admin.query(`select id from school_closure where on_day = '2026-10-20'`)
        await removeClosure.perform(await being(), { closureId: String(rows[0]?.id) })
      },
    ],
    ['working hours', async () => setWorkingHours.perform(await being(), { hours })],
    [
      'a standard',
      async () =>
        approveSample.perform(await being(), {
          kind: 'checklist',
          version: 1,
          decision: 'Board of October 12',
        }),
    ],
    [
      'a term',
      () =>
        inSystem(async (tx) => {
          await insertRows(tx, 'school_term', [{ district_id: riversideId, ...term }])
          await traceSetting(tx, { at: world.clock.now(), type: 'school_term', ids: [term.id] })
        }),
    ],
    [
      'a name',
      () =>
        inSystem(async (tx) => {
          await tx.run(sql`update district set name = name || ' Unified'`)
          await traceSetting(tx, { at: world.clock.now(), type: 'district', ids: [riversideId] })
        }),
    ],
  ])('counts on with %s', async (_, change) => {
    const before = await seen()
    await change()
    expect((await seen()).revision).toBeGreaterThan(before.revision)
  })

  test('does not count what is no arrangement of the district', async () => {
    const before = await seen()
    const more = newToken(newId())
    const secretHash = more.hash.toString('hex')
    await createToken.perform(await being(), { tokenId: more.id, secretHash, label: 'More', days: 2 })
    expect(await seen()).toEqual(before)
  })
})

describe('What a process keeps of a district', () => {
  test('is not asked again at the same revision, and is new at the next request in every process', async () => {
    const before = await seen()
    expect(await read(before, '2026-10-26')).toBe(false)
    expect(await read(before, '2026-10-26', beside)).toBe(false)
    await smokeOn('2026-10-26')
    expect(await read(before, '2026-10-26', beside)).toBe(false)
    const after = await seen()
    expect(await read(after, '2026-10-26')).toBe(true)
    expect(await read(after, '2026-10-26', beside)).toBe(true)
  })

  test('is the version in force at each instant, when one was published for later', async () => {
    const by = await seen()
    const versionAt = (at: Date) =>
      world.db.transaction(scopeOf(by), async (tx) => (await modelInForce(tx, at)).checklist.version)
    expect(await versionAt(new Date('2026-10-13T20:29:59Z'))).toBe(1)
    expect(await versionAt(world.clock.now())).toBe(2)
  })

  test('is read anew by who changes it, and by nobody when the change is undone', async () => {
    const by = await seen()
    expect(await read(by, '2026-10-22')).toBe(false)
    const undone = world.db.transaction(scopeOf(by), async (tx) => {
      expect(await closedOn('2026-10-22')(tx)).toBe(false)
      const closure = { district_id: riversideId, id: newId(), on_day: '2026-10-22', label: 'Smoke' }
      await insertRows(tx, 'school_closure', [closure])
      tx.forget('calendar')
      expect(await closedOn('2026-10-22')(tx)).toBe(true)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await read(by, '2026-10-22')).toBe(false)
    expect(await read(await seen(), '2026-10-22')).toBe(false)
  })
})
