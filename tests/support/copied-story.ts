import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { scopeOf } from '#access/actor.ts'
import { fileAnchor } from '#access/seal/anchor.ts'
import { openSealer, startSealing } from '#access/seal/sealer.ts'
import { verifyTrail } from '#access/seal/verify.ts'
import { writeTraces } from '#access/trail.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { actorOf } from '../riverside/cast.ts'
import { agencyStory } from './agency-story.ts'
import { type Dump, dumpOf, loadDump } from './dumped.ts'
import { databaseOn } from './own-database.ts'
import { adminConfig, startTestServer, type TestServer } from './server.ts'
import { takenBackStory } from './taken-back-story.ts'

const actor = actorOf('maya')
const look = { kind: 'read', name: 'spec/look', subject: { type: 'nothing', id: null } } as const
type Place = { db: Db; admin: pg.Client; sealer: Db }

/** One file and its companions, to which the trail is sealed wherever it is written. */
function outsideIn(folder: string, clock: Clock) {
  const notes = { removed: join(folder, 'removed'), takenBack: join(folder, 'taken-back') }
  const rootsPath = join(folder, 'roots')
  const anchor = fileAnchor(rootsPath)
  const later = () => new Date(clock.now().getTime() + 3_600_000)
  return {
    notes,
    rootsPath,
    readRoots: () => anchor.read(),
    /** Reads every seal again, when nothing is new any more. */
    verify: async ({ sealer }: Pick<Place, 'sealer'>) =>
      verifyTrail(sealer, { anchored: await anchor.read(), now: later() }),
    /** Seals what a place holds, as a worker does, until nothing waits. @throws what sealing meets */
    async seal({ sealer, admin }: Place): Promise<void> {
      const failed: Error[] = []
      const waits = `select from audit_event where xact >= coalesce((select max(until_xact) from audit_seal), 0) limit 1`
      const log = (error: Error) => void failed.push(error)
      for (let tries = 0; tries < 200; tries++) {
        await startSealing({ sealer, clock, anchor, notes, log, every: 600_000 }).stop()
        if (failed[0] !== undefined) throw failed[0]
        if ((await admin.query(waits)).rowCount === 0) return
        await pause(50)
      }
      throw new Error('The trail was not sealed in ten seconds')
    },
    /** Somebody looks at something so often. */
    happen: ({ db }: Place, times: number) =>
      db.transaction(scopeOf(actor), (tx) =>
        writeTraces(
          tx,
          { actor, at: clock.now() },
          Array.from({ length: times }, () => look),
        ),
      ),
  }
}

/** A server made anew, and a database in it for the dump to be loaded into. */
async function placeElsewhere(dump: Dump) {
  const { server, stop } = await startTestServer()
  const { db, admin, login, close } = await databaseOn(server)
  const copyAdmin = adminConfig(server, admin.database ?? '')
  const sealer = openSealer(login('sealer'))
  return {
    place: { db, admin, sealer },
    copyAdmin,
    load: () => loadDump(copyAdmin, dump),
    async close() {
      await sealer.close()
      await close()
      await stop()
    },
  }
}

/** How many seals there are: what others do on the same server meanwhile may cut the trail into more. */
const sealsIn = async (admin: pg.Client) =>
  Number((await admin.query<{ n: string }>('select max(number) as n from audit_seal')).rows[0]?.n)

/**
 * A story whose database was copied, in which something was taken back after it and more happened, and a new
 * server into which the copy was loaded. All of it is sealed to one file.
 * @param server where the story is told
 * @returns with it, how many seals the copy has, and how many there were when it took its place
 */
export async function copiedStory(server: TestServer) {
  const story = await agencyStory()
  const folder = await mkdtemp(join(tmpdir(), 'tl-copied-'))
  const outside = outsideIn(folder, story.clock)
  const first = { db: story.db, admin: story.admin, sealer: openSealer(story.login('sealer')) }
  // A server that has lived longer than the one the copy comes to.
  await story.admin.query(
    `do $$ begin for one in 1..8000 loop perform pg_current_xact_id(); commit; end loop; end $$`,
  )
  const taken = await takenBackStory(story)
  await outside.happen(first, 5)
  await outside.seal(first)
  const copied = await sealsIn(first.admin)
  await outside.happen(first, 2)
  const dump = await dumpOf(adminConfig(server, story.admin.database ?? ''))
  await taken.takeBack()
  await outside.seal(first)
  await outside.happen(first, 3)
  await outside.seal(first)
  const sealed = await sealsIn(first.admin)
  const { place: second, ...elsewhere } = await placeElsewhere(dump)
  await elsewhere.load()
  const { districtId, clock } = story
  const close = async () => {
    await Promise.all([first.sealer.close(), elsewhere.close()])
    await story.close()
    await rm(folder, { recursive: true, force: true })
  }
  const known = { districtId, clock, now: clock.now(), copied, sealed }
  return { ...taken, ...outside, ...elsewhere, ...known, first, second, close }
}
export type CopiedStory = Awaited<ReturnType<typeof copiedStory>>
