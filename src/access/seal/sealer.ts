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
  readLeaves,
  sealHorizon,
} from './store.ts'
import type { Anchor } from './anchor.ts'
import { noteRemovals, removalsUnder } from './removals.ts'

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

/**
 * Publishes the seal that a stop or a full disk caught between the database and the anchor. It can only be
 * one: where more are missing, somebody removed them, and the verifier is to say so.
 */
async function publishLeft({ sealer, anchor, removed }: Sealing): Promise<void> {
  const { marks } = await anchor.read()
  for (const districtId of await districtsOf(sealer)) {
    const own = marks.filter((mark) => mark.districtId === districtId)
    const last = Math.max(0, ...own.map(({ number }) => number))
    const seal = await sealer.transaction({ districtId, side: 'system' }, latestSeal)
    if (seal?.number === last + 1) await publish({ sealer, anchor, removed }, districtId, seal)
  }
}

/** What was removed is noted before its seal counts as published: a stop in between notes it twice. */
async function publish(
  { sealer, anchor, removed }: Pick<Sealing, 'sealer' | 'anchor' | 'removed'>,
  districtId: string,
  seal: Seal,
): Promise<void> {
  await noteRemovals(removed, await removalsUnder(sealer, districtId, seal))
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
      number: (before?.number ?? 0) + 1,
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
  /** The file where removals are noted. */
  removed: string
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
