import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { studentsKeptFrom } from '#people/block-store.ts'
import { lookBlocksToReview } from '#people/look-blocks.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { tuesday } from '#tests/support/world.ts'
import { actorOf, cast, type CastKey } from '../cast.ts'
import { families } from '../families.ts'
import { almanacOf } from './almanac.ts'
import { familyAtWork } from './family-at-work.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const keptFrom = (key: CastKey) =>
  world.db.transaction(scopeOf(actorOf(key)), (tx) => studentsKeptFrom(tx, cast[key].id))

test('a teacher who is put down as family of a student is kept from her at work, and somebody looks at it', async () => {
  expect(await keptFrom('karen')).toEqual([])
  const teller = { being: world.being, at: (moment: Date) => world.clock.set(moment) }
  await familyAtWork({ teller, almanac: almanacOf(new Date(tuesday)) })
  expect(await keptFrom('karen')).toEqual([families.nadia.id])
  expect(await keptFrom('joan')).toEqual([])
  const { waiting } = await lookBlocksToReview.see(world.being('leila'), {})
  expect(waiting).toMatchObject([
    { studentName: 'Nadia Haddad', personName: 'Karen Odell', kind: 'conflict_of_interest', setByName: null },
  ])
})
