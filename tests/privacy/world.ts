import { newId } from '#platform/ids.ts'
import { standingClock } from '#platform/clock.ts'
import { house } from '../../src/compose.ts'
import { actorOf, type CastKey } from '../riverside/cast.ts'
import { seedBase } from '../riverside/base.ts'
import { riversideId } from '../riverside/places.ts'
import { tellStories } from '../riverside/stories/tell.ts'
import { sealPlain } from '../support/keys.ts'
import { databaseOn, type FreshDatabase } from '../support/own-database.ts'
import type { TestServer } from '../support/server.ts'
import { tuesday } from '../support/world.ts'
import { Markers } from './markers.ts'
import { copyDistrict, plant, type Planted } from './plant.ts'
import { setPrivacyScene, tellMore } from './stories.ts'
import { type Typed, typing } from './typed.ts'

/** A district that holds the same rows under the same ids, with other words. */
export const elsewhere = '0199a000-0000-7000-8000-00000000beef'

/** Riverside with a word of ours in every place that holds words, and its copy in another district. */
export type World = {
  database: FreshDatabase
  clock: ReturnType<typeof standingClock>
  /** What lies there now: each word in one column of one row. */
  planted: Markers<Planted>
  /** What people were called while the stories were told. */
  calledThen: Markers<Planted>
  /** What was typed into acts while the stories were told. */
  typed: Markers<Typed>
}

/** Tells every story with words of ours in it, and then gives every column of every row a word of its own. */
export async function privacyWorld(server: TestServer, connections = 8): Promise<World> {
  const database = await databaseOn(server, connections)
  const { db, admin } = database
  const clock = standingClock(tuesday)
  const world: World = {
    database,
    clock,
    planted: new Markers(),
    calledThen: new Markers(),
    typed: new Markers(),
  }
  await db.transaction({ districtId: riversideId, side: 'system' }, seedBase)
  await setPrivacyScene(admin)
  await plant(admin, world.calledThen, {
    district: riversideId,
    tables: ['student', 'caregiver', 'enrolment'],
  })
  await sealPlain(admin)
  const being = (key: CastKey, position = 0) => {
    const actor = actorOf(key, position)
    return { db, clock, reactions: house.reactions, provenLately: true, actor }
  }
  await typing(world.typed, async () => {
    await tellStories(db, { now: clock.now(), onProgress: () => undefined })
    await tellMore({ admin, being })
  })
  return world
}

/** Ends what was told: from here on each word of ours lies in one place only. */
export async function plantAnew({ database: { admin }, planted }: World): Promise<void> {
  await plant(admin, planted, { district: riversideId })
  // Copied before anything is sealed: a text that lies sealed opens in its own row alone.
  await copyDistrict(admin, elsewhere)
  await plant(admin, planted, { district: elsewhere })
  await sealPlain(admin)
}

/** A word of ours that lies nowhere: asking for it must be answered like asking for one that does. */
export const unknownWord = () =>
  `Zq${newId()
    .replaceAll(/[^a-f]/g, '')
    .padEnd(12, 'x')
    .slice(0, 12)}`
