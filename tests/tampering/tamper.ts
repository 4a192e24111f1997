import { everyCheck } from '#access/seal/verify.ts'
import { randomFrom } from '../riverside/large/random.ts'
import { ofEvents } from './of-events.ts'
import { ofSeals } from './of-seals.ts'
import { toldTrail } from './told-trail.ts'
import type { FreshDatabase } from '../support/own-database.ts'

type Told = {
  /** What was done, how often, and how often it was missed. */
  kinds: Map<string, { done: number; missed: number }>
  /** For each check, how many tamperings nobody would find without it. */
  aloneFoundBy: Record<string, number>
  /** What was found in the trail as it was made, before and after everything. */
  untouched: number[]
}

/**
 * Tampers with a sealed trail as the superuser, one time after another, and asks each time whether that is
 * found.
 * @param how.seed decides what is done and where
 */
export async function tamper(
  database: FreshDatabase,
  how: { times: number; seed: number; each?: (done: number) => void },
): Promise<Told> {
  const random = randomFrom(how.seed)
  const trail = await toldTrail(database, random)
  const told: Told = {
    kinds: new Map(),
    aloneFoundBy: Object.fromEntries(everyCheck.map((check) => [check, 0])),
    untouched: [(await trail.verify()).findings.length],
  }
  const all = [...ofEvents, ...ofSeals]
  for (let time = 0; time < how.times; time++) {
    // Each kind has its turn, so that a short run leaves none out.
    const tampering = time < all.length ? all[time] : random.pick(all)
    const what = (await tampering?.(trail, random)) ?? ''
    const { findings } = await trail.verify()
    const tally = told.kinds.get(what) ?? { done: 0, missed: 0 }
    told.kinds.set(what, { done: tally.done + 1, missed: tally.missed + (findings.length === 0 ? 1 : 0) })
    const by = new Set(findings.map((finding) => finding.what))
    const [alone] = by
    if (by.size === 1 && alone !== undefined && alone in told.aloneFoundBy)
      told.aloneFoundBy[alone] = (told.aloneFoundBy[alone] ?? 0) + 1
    await trail.putBack()
    how.each?.(time + 1)
  }
  told.untouched.push((await trail.verify()).findings.length)
  await trail.close()
  return told
}

/** How many were done and how many were missed. */
export const sums = ({ kinds }: Told) =>
  [...kinds.values()].reduce(
    (sum, { done, missed }) => ({ done: sum.done + done, missed: sum.missed + missed }),
    { done: 0, missed: 0 },
  )
