import { invitePerson } from '#access/sign-in/invite-person.ts'
import { house } from '../../src/compose.ts'
import { actorOf, cast } from '../riverside/cast.ts'
import type { TestServer } from '../support/server.ts'
import { databaseLog, doJobs, foundIn, leftBehind } from './beside.ts'
import { hollowIn, unseenIn } from './coverage.ts'
import { formsTo, nothingChanges, sendForms } from './forms.ts'
import { type Asker, type OpenHouse, openHouse } from './open-house.ts'
import { type Extent, goThrough, type Scene, sceneOf, watchOf } from './scene.ts'
import { searchesThatTell } from './searches.ts'
import { seeded } from './seeded.ts'
import { foundBeside } from './seeded-beside.ts'
import { isFound } from './seeded-met.ts'
import type { Watch } from './watch.ts'
import { plantAnew, privacyWorld, type World } from './world.ts'

export type Told = {
  people: number
  pages: number
  bytes: number
  words: number
  /** Milliseconds spent searching what came back. */
  searching: number
  letters: number
  lines: number
  leaks: string[]
  /** Roles that were shown nothing of a class they may read, though there is something of it for them. */
  hollow: string[]
  unseen: string[]
  /** Planted leaks, and whether each was found. */
  seeded: Record<string, boolean>
}

/** Forms sent empty by everybody at a browser, once nothing can be changed any more. */
async function sendEverything(scene: Scene, watch: Watch): Promise<void> {
  const { open, askers, pages, extent, world } = scene
  await nothingChanges(world)
  const forms = formsTo(pages, extent.forms)
  for (const asker of askers) {
    if (asker.by !== 'browser') continue
    const urls = forms.flatMap(({ by, urls: all }) =>
      extent.name === 'whole' || by.includes(asker.role) ? all : [],
    )
    await sendForms({ app: open.app, asker, urls, onReply: watch.take.bind(watch) })
  }
}

/** Letters as they leave: every one that a job sends, an invitation, and a new password. */
async function sendLetters(world: World, open: OpenHouse): Promise<void> {
  const { db } = world.database
  const doer = {
    db,
    clock: world.clock,
    reactions: house.reactions,
    actor: actorOf('ben'),
    provenLately: true,
  }
  await invitePerson.perform(doer, { personId: cast.carmen.id })
  await doJobs(world, open)
}

/** What was met outside of what comes back: in letters, in logs, and in places where nobody looks. */
async function metBeside({ world, open }: Scene, left: readonly string[]) {
  const letters = open.mail.map((letter) => JSON.stringify(letter))
  return {
    letters: letters.length,
    lines: open.lines.length,
    leaks: [
      ...left.map((what) => `kept beside: ${what}`),
      ...foundIn(world, 'a letter', letters),
      ...foundIn(world, 'a line of the log', open.lines),
      ...foundIn(world, 'the log of the database', await databaseLog(world)),
    ],
  }
}

/** Plants one leak after another, and says of each whether it was found. */
async function plantLeaks(scene: Scene, server: TestServer): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {}
  for (const one of seeded) found[one.says] = await isFound(scene, one)
  return { ...found, ...(await foundBeside({ ...scene, server })) }
}

/**
 * Plants a word of its own in every place of every student's record, goes through everything as everybody,
 * and says who was shown what they may not know.
 */
export async function verifyPrivacy(
  server: TestServer,
  { extent, each = () => undefined }: { extent: Extent; each?: (asker: Asker, watch: Watch) => void },
): Promise<Told> {
  const world = await privacyWorld(server)
  const open = await openHouse(world)
  try {
    await sendLetters(world, open)
    await plantAnew(world)
    const scene = await sceneOf(world, open, extent)
    const watch = watchOf(scene)
    await goThrough(scene, watch, each)
    const left = await leftBehind(world, server)
    const searches = await searchesThatTell({ ...scene, app: open.app })
    const found = await plantLeaks(scene, server)
    const [hollow, unseen] = [hollowIn(scene, watch), unseenIn(watch)]
    await sendEverything(scene, watch)
    const beside = await metBeside(scene, left)
    return {
      people: scene.askers.length,
      pages: watch.pages,
      bytes: watch.bytes,
      words: world.planted.size + world.calledThen.size + world.typed.size,
      searching: watch.milliseconds,
      ...beside,
      leaks: [...watch.leaks, ...searches, ...beside.leaks],
      hollow,
      unseen,
      seeded: found,
    }
  } finally {
    await open.close()
    await world.database.close()
  }
}
