import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { statement } from '#platform/database/query.ts'
import { newId } from '#platform/ids.ts'
import { cast } from '#tests/riverside/cast.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { act, done } from './act.ts'
import type { Actor } from './actor.ts'
import { createToken } from './create-token.ts'
import { asWhoTheyAre, type Doer } from './doer.ts'
import { revokeToken } from './revoke-token.ts'
import { Bearers, newToken } from './token.ts'

const closing = statement(
  ($: { district: string; id: string; day: string }) => sql`
    insert into school_closure (district_id, id, on_day, label) values (${$.district}, ${$.id}, ${$.day}, 'Snow')`,
)
/** Everybody who carried the act out, by name, first first: also those whose work was undone. */
const tried: string[] = []
const close = act({
  name: 'district/close-school',
  by: ['roster_manager'],
  given: z.object({ day: z.string() }),
  async do(unit, { day }) {
    tried.push(unit.actor.name)
    unit.permit(true)
    const id = unit.id()
    unit.tx.write(closing, { district: unit.districtId, id, day })
    unit.record('closure.added', { type: 'closure', id })
    return done({ id })
  },
})

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

/** Ben's machine: its token, and who it is taken for when it asks for a change. */
async function machine() {
  const { id, text, hash } = newToken(newId())
  await createToken.perform(world.being('ben'), {
    tokenId: id,
    secretHash: hash.toString('hex'),
    label: 'Nightly',
    days: 30,
  })
  const bearers = new Bearers(world)
  const header = `Bearer ${text}`
  const atTheDoor = (): Doer => ({ ...world.being('ben'), ...bearers.assume(header) })
  return { id, text, bearers, header, atTheDoor }
}
const closures = async (day: string) =>
  (await world.admin.query('select 1 from school_closure where on_day = $1', [day])).rowCount

/** Behind the guards, which want a trace of every change. */
const rename = (name: string) =>
  world.admin.query(
    `begin; set local session_replication_role = replica; update person set name = '${name}' where id = '${cast.ben.id}'; commit`,
  )

test('a machine is taken for who it was only after it was seen, and only with its own secret', async () => {
  const { id, bearers, header } = await machine()
  expect(bearers.assume(header)).toBeUndefined()
  expect((await bearers.actorOf(header))?.name).toBe('Ben Osei')
  expect(bearers.assume(header)?.actor.name).toBe('Ben Osei')
  expect(bearers.assume(`Bearer ${newToken(id).text}`)).toBeUndefined()
  expect(bearers.assume(undefined)).toBeUndefined()
})

test('what it changes is asked for once, in the transaction that carries it out', async () => {
  const { bearers, header, atTheDoor } = await machine()
  await bearers.actorOf(header)
  const doer = atTheDoor()
  tried.length = 0
  expect(await close.perform(doer, { day: '2027-03-01' })).toMatchObject({ done: true })
  expect(doer.assumed?.confirmed).toBe(true)
  expect(tried).toEqual(['Ben Osei'])
  expect(await closures('2027-03-01')).toBe(1)
})

test('a token that was revoked meanwhile changes nothing and leaves no trace of a change', async () => {
  const { id, bearers, header, atTheDoor } = await machine()
  await bearers.actorOf(header)
  await revokeToken.perform(world.being('ben'), { tokenId: id })
  const before = (await world.trail()).length
  await expect(close.perform(atTheDoor(), { day: '2027-03-02' })).rejects.toMatchObject({
    code: 'sign_in_needed',
  })
  expect(await closures('2027-03-02')).toBe(0)
  expect(await world.trail()).toHaveLength(before)
  expect(bearers.assume(header)).toBeUndefined()
})

test('a revoked token is told so before it is told what was wrong with what it brought', async () => {
  const { id, bearers, header, atTheDoor } = await machine()
  await bearers.actorOf(header)
  await expect(close.perform(atTheDoor(), {})).rejects.toMatchObject({ code: 'not_valid' })
  await revokeToken.perform(world.being('ben'), { tokenId: id })
  // The first refusal asked who they are and forgot nothing, so that they are still only assumed here.
  await expect(close.perform(atTheDoor(), {})).rejects.toMatchObject({ code: 'sign_in_needed' })
})

test('somebody who changed meanwhile does it as who they are now, once', async () => {
  const { bearers, header, atTheDoor } = await machine()
  await bearers.actorOf(header)
  await rename('Ben Osei-Adjei')
  tried.length = 0
  expect(await close.perform(atTheDoor(), { day: '2027-03-04' })).toMatchObject({ done: true })
  expect(tried).toEqual(['Ben Osei', 'Ben Osei-Adjei'])
  expect(await closures('2027-03-04')).toBe(1)
  await rename('Ben Osei')
})

test('work that failed after it was confirmed is not done again', async () => {
  const { bearers, header, atTheDoor } = await machine()
  await bearers.actorOf(header)
  let times = 0
  const failing = asWhoTheyAre(atTheDoor(), async (doer) => {
    times += 1
    await doer.db.transaction({ districtId: doer.actor.districtId, side: 'school' }, (tx) =>
      doer.assumed?.holds(tx),
    )
    throw new Error('The roof fell in')
  })
  await expect(failing).rejects.toThrow('The roof fell in')
  expect(times).toBe(1)
})

test('somebody who is nobody any more is never answered, whatever the work made of it', async () => {
  const { id, bearers, header, atTheDoor } = await machine()
  await bearers.actorOf(header)
  await revokeToken.perform(world.being('ben'), { tokenId: id })
  const seen: Actor[] = []
  const looking = asWhoTheyAre(atTheDoor(), async ({ actor }) => {
    seen.push(actor)
    return 'a secret'
  })
  await expect(looking).rejects.toMatchObject({ code: 'sign_in_needed' })
  expect(seen).toHaveLength(1)
})
