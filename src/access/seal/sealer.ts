import type { Clock } from '#platform/clock.ts'
import type pg from 'pg'
import { Db } from '#platform/database/database.ts'
import { noRoot, rootOf, type Seal } from './chain.ts'
import {
  appendSeal,
  cutAt,
  districtsSpokenOf,
  hasUnsealed,
  latestSeal,
  listDistricts,
  lockSeals,
  numberReached,
  readLeaves,
  restoresWithin,
  sealHorizon,
} from './store.ts'
import type { Anchor } from './anchor.ts'
import { noteRemovals, removalsUnder } from './removals.ts'
import { noteTakenBack, takenBackUnder } from './taken-back.ts'

const everything = { districtId: '00000000-0000-0000-0000-000000000000', side: 'system' } as const

/** The sealer's pool. What is sealed is a row as text, so every reader has to print it in the same way. */
export const openSealer = (login: pg.PoolConfig) =>
  new Db({ ...login, max: 2, options: '-c TimeZone=UTC -c DateStyle=ISO,MDY' })

/** Rows in one seal, unless a single transaction wrote more. */
const mostRows = 20_000

/** Every district of the installation, for work that visits each one. */
export const districtsOf = (sealer: Db) => sealer.transaction(everything, listDistricts)

/** Those, and whatever the trail speaks of beside them. */
export const districtsToVerify = (sealer: Db) =>
  sealer.transaction(everything, async (tx) => [
    ...new Set([...(await listDistricts(tx)), ...(await districtsSpokenOf(tx))]),
  ])

/** What stands outside the database is ahead of it: it is a copy from before, or somebody cut its end. */
export class TrailBehind extends Error {
  override readonly name = 'TrailBehind'
}

/**
 * Publishes the seal that a stop or a full disk caught between the database and the anchor. It can only be
 * one: where more are missing, somebody removed them, and the verifier is to say so.
 * @throws TrailBehind when seals are missing on this side: another with their number would hide that
 */
async function publishLeft(how: Sealing): Promise<void> {
  const { sealer, anchor } = how
  const { marks } = await anchor.read()
  for (const districtId of await districtsOf(sealer)) {
    const own = marks.filter((mark) => mark.districtId === districtId)
    const last = own.reduce((most, { number }) => Math.max(most, number), 0)
    const { seal, reached } = await sealer.transaction({ districtId, side: 'system' }, async (tx) => {
      const latest = await latestSeal(tx)
      return { seal: latest, reached: await numberReached(tx, latest) }
    })
    if (reached < last) throw new TrailBehind(`${last - reached} seals are outside and not in the database`)
    if (seal?.number === last + 1) await publish(how, districtId, seal)
  }
}

/** What was removed or taken back is noted before its seal is published: a stop in between notes it twice. */
async function publish(
  { sealer, anchor, notes }: Pick<Sealing, 'sealer' | 'anchor' | 'notes'>,
  districtId: string,
  seal: Seal,
): Promise<void> {
  await noteRemovals(notes.removed, await removalsUnder(sealer, districtId, seal))
  await noteTakenBack(notes.takenBack, await takenBackUnder(sealer, districtId, seal))
  const range = { from: seal.fromXact, until: seal.untilXact }
  await anchor.publishRestores(
    await sealer.transaction({ districtId, side: 'system' }, (tx) => restoresWithin(tx, range)),
  )
  await anchor.publish(districtId, seal)
}

/**
 * Seals what a district's finished transactions left in the trail since the last seal.
 * @returns the new link, or undefined when nothing waited or another process was sealing
 */
export async function sealDistrict(
  sealer: Db,
  { districtId, clock }: { districtId: string; clock: Clock },
): Promise<Seal | undefined> {
  return sealer.transaction({ districtId, side: 'system' }, async (tx) => {
    if (!(await lockSeals(tx))) return undefined
    const before = await latestSeal(tx)
    const waiting = { from: before?.untilXact ?? 0, until: await sealHorizon(tx) }
    if (waiting.until <= waiting.from || !(await hasUnsealed(tx, waiting))) return undefined
    const range = { ...waiting, until: (await cutAt(tx, { ...waiting, most: mostRows })) ?? waiting.until }
    const leaves = await readLeaves(tx, range)
    const link = { previousRoot: before?.root ?? noRoot, fromXact: range.from, untilXact: range.until }
    const seal: Seal = {
      ...link,
      number: (await numberReached(tx, before)) + 1,
      rows: leaves.length,
      root: rootOf(link, leaves),
      sealedAt: clock.now(),
    }
    await appendSeal(tx, seal)
    return seal
  })
}

type Sealing = {
  sealer: Db
  clock: Clock
  anchor: Anchor
  /** The files where it is noted what was removed, and what was taken back. */
  notes: { removed: string; takenBack: string }
  log: (error: Error) => void
  every?: number
}

/** One visit to every district. What an earlier visit could not publish comes first. */
function visitOf(how: Sealing): () => Promise<void> {
  const { sealer, clock } = how
  let behind = true
  return async () => {
    if (behind) await publishLeft(how)
    behind = true
    for (const districtId of await districtsOf(sealer)) {
      for (let seal = await sealDistrict(sealer, { districtId, clock }); seal !== undefined; ) {
        await publish(how, districtId, seal)
        seal = seal.rows < mostRows ? undefined : await sealDistrict(sealer, { districtId, clock })
      }
    }
    behind = false
  }
}

/** Seals every district again and again, and writes each root outside the database. */
export function startSealing(how: Sealing): { stop(): Promise<void> } {
  const { log, every = 2000 } = how
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const once = visitOf(how)
  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      round = once().catch(log).finally(next)
    }, every)
  }
  next()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
      await once().catch(log)
    },
  }
}
