import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { noRoot, rootOf, type Seal } from './chain.ts'
import {
  appendSeal,
  cutAt,
  hasUnsealed,
  latestSeal,
  listDistricts,
  lockSeals,
  readLeaves,
  sealHorizon,
} from './store.ts'
import type { Anchor } from './anchor.ts'

const everything = { districtId: '00000000-0000-0000-0000-000000000000', side: 'system' } as const

/** Rows in one seal, unless a single transaction wrote more. */
const mostRows = 20_000

/** Every district of the installation, for work that visits each one. */
export const districtsOf = (sealer: Db) => sealer.transaction(everything, listDistricts)

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
    }
    await appendSeal(tx, seal, clock.now())
    return seal
  })
}

/** Seals every district again and again, and writes each root outside the database. */
export function startSealing({
  sealer,
  clock,
  anchor,
  log,
  every = 2000,
}: {
  sealer: Db
  clock: Clock
  anchor: Anchor
  log: (error: Error) => void
  every?: number
}): { stop(): Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const once = async () => {
    for (const districtId of await districtsOf(sealer)) {
      for (let seal = await sealDistrict(sealer, { districtId, clock }); seal !== undefined; ) {
        await anchor.publish(districtId, seal)
        seal = seal.rows < mostRows ? undefined : await sealDistrict(sealer, { districtId, clock })
      }
    }
  }
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
