import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { changeRoute } from './change-route.ts'
import { obstaclesToChoosing } from './rules.ts'
import { getPartner } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const { cedarStreet } = partners

test('a way by which nothing would reach the agency cannot be in use, and nobody is sent there [R029]', async () => {
  const cedar = await world.db.transaction(scopeOf(actorOf('maya')), (tx) => getPartner(tx, cedarStreet.id))
  expect(obstaclesToChoosing(cedar, world.clock.now())).toEqual([])
  for (const kind of ['e_referral', 'secure_message', 'phone_line'] as const) {
    const route = { partnerId: cedarStreet.id, kind, address: '555-0163', replacesId: cedar.route?.id }
    const outcome = await changeRoute.perform(world.being('yolanda'), route)
    expect(outcome).toEqual({ done: false, because: ['not_connected'] })
    const partner = { ...cedar, route: { id: 'r', kind, address: 'x', openedAt: new Date(0) } }
    expect(obstaclesToChoosing(partner, world.clock.now())).toEqual(['route_not_connected'])
  }
  const pages = await pagesOf(world)
  const { html } = await pages.get('yolanda', `/partners/${cedarStreet.id}/route`)
  expect(html.match(/type="radio"/g)).toHaveLength(1)
  expect(html).toContain('Not connected yet')
  await pages.close()
})
