import { afterAll, beforeAll, expect, test } from 'vitest'
import { riverside, type World } from '#tests/support/riverside.ts'
import { tuesday } from '#tests/support/world.ts'
import { tellStories } from './tell.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

test('every story is told by the acts people do, and leaves open work, closed loops and choices', async () => {
  await tellStories(world.db, { now: new Date(tuesday), onProgress: () => undefined })
  const { rows } = await world.admin.query<{ state: string }>('select distinct state from referral')
  expect(rows.map(({ state }) => state)).toEqual(
    expect.arrayContaining([
      'handoff_open',
      'sent',
      'accepted',
      'scheduled',
      'not_accepted',
      'in_service',
      'withdrawn',
      'redirected',
      'closed',
    ]),
  )
})
