import { elsewhere, plantAnew, privacyWorld } from '../../privacy/world.ts'
import { riversideId } from '../../riverside/places.ts'
import { sealPlain } from '../../support/keys.ts'
import type { TestServer } from '../../support/server.ts'
import { shapeOf } from '../shape.ts'
import { plantBesideStories } from './beside-stories.ts'
import { toldFacts } from './facts.ts'
import { bringNewcomers } from './newcomers.ts'

/**
 * Two districts in which every story was told, with the same ids in both, and people in every role and at
 * whichever schools, to be asked for by the product's own queries.
 */
export async function toldWorld(server: TestServer, { seed, people }: { seed: number; people: number }) {
  const world = await privacyWorld(server)
  await plantBesideStories(world.database.admin)
  await plantAnew(world)
  const { admin, db } = world.database
  const now = world.clock.now()
  for (const district of [riversideId, elsewhere])
    await bringNewcomers(admin, { district, now, count: people, seed })
  await sealPlain(admin)
  const shape = await shapeOf(admin)
  const facts = await toldFacts(admin, { shape, now })
  return { db, admin, facts, shape, clock: world.clock, close: () => world.database.close() }
}
