import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastKey } from '#tests/riverside/cast.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'

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

const refusals = async () => {
  const text = `select role from audit_event
    where kind = 'refusal' order by id`
  return (await world.admin.query<{ role: string }>(text)).rows.map(({ role }) => role)
}

test('the tracker opens for the roles that are named for a school, and for nobody else; each attempt is on record [R078]', async () => {
  const named: readonly CastKey[] = ['maya', 'daniel', 'ruth']
  for (const key of named) expect((await pages.get(key, '/referrals')).status, key).toBe(200)
  expect(await refusals()).toEqual([])
  expect((await pages.get('joan', '/referrals')).status, 'a teacher').toBe(403)
  expect((await pages.get('ben', '/referrals')).status, 'who keeps the roster').toBe(403)
  expect((await pages.get('noor', '/referrals')).status, 'an agency').toBe(403)
  expect(await refusals()).toEqual(['teacher', 'roster_manager', 'partner_intake'])
})
