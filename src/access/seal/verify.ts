import type { Db, Transaction } from '#platform/database/database.ts'
import { type Anchored, type Mark, markOf, type Restore } from './anchor.ts'
import { noRoot, rootOf, type Seal } from './chain.ts'
import { districtsToVerify } from './sealer.ts'
import { givenUpBy, isIn, isSame, unanswered } from './restores.ts'
import { allSeals, countLeft, readLeaves, restoresWithin } from './store.ts'

/** A seal with what its rows come to now. */
type Reread = Seal & { found: { rows: number; root: Buffer } }

/** What was read of one district before it is judged. */
type Facts = {
  districtId: string
  seals: readonly Reread[]
  marks: readonly Mark[]
  /** That a copy took the place of the database, as the trail says it and as the file outside does. */
  restores: { inTrail: readonly Restore[]; outside: readonly Restore[] }
  /** Rows that should have been sealed. */
  left: number
}

/** For this long a row may wait for its seal, in milliseconds. */
const grace = 60_000

const before = (seals: readonly Reread[], at: number) => seals[at - 1]
/** What a line outside says of a seal, where it says it. */
const contradicts = (mark: Mark, is: Mark) =>
  (Object.keys(mark) as (keyof Mark)[]).some((name) => mark[name] !== is[name])

/** Each thing that can be wrong, and the seals it is wrong of. */
const checks = {
  rows_changed: ({ seals }) =>
    seals.filter(({ found, rows, root }) => found.rows !== rows || !found.root.equals(root)),
  chain_broken: ({ seals }) =>
    seals.filter(({ previousRoot, fromXact }, at) => {
      const last = before(seals, at)
      return !previousRoot.equals(last?.root ?? noRoot) || fromXact !== (last?.untilXact ?? 0)
    }),
  gap_in_numbers: ({ seals, restores: { inTrail } }) =>
    seals.filter(({ number }, at) => {
      const last = before(seals, at)?.number ?? 0
      const given = inTrail.filter(({ afterSeal }) => afterSeal === last).map(({ givenUp }) => givenUp)
      return number !== Math.max(last, ...given) + 1
    }),
  differs_from_anchor: ({ districtId, seals, marks }) => {
    const are = new Map(seals.map((seal) => [seal.number, markOf(districtId, seal)]))
    return marks.filter((mark) => {
      const is = are.get(mark.number)
      return is !== undefined && contradicts(mark, is)
    })
  },
  missing_from_database: ({ seals, marks, restores: { inTrail, outside } }) => {
    const numbers = new Set(seals.map(({ number }) => number))
    // What was given up is missing rightly only where both sides say that it was.
    const agreed = outside.filter((one) => inTrail.some((other) => isSame(one, other)))
    return marks.filter(({ number }) => !numbers.has(number) && !agreed.some((one) => isIn(one, number)))
  },
  restore_on_one_side: ({ restores }) => unanswered(restores).map(({ afterSeal }) => ({ number: afterSeal })),
  missing_from_anchor: ({ seals, marks, restores: { inTrail } }) => {
    const numbers = new Set(marks.map(({ number }) => number))
    return [...seals, ...inTrail.flatMap(givenUpBy)].filter(({ number }) => !numbers.has(number))
  },
  left_unsealed: ({ seals, left }) => (left === 0 ? [] : [{ number: (seals.at(-1)?.number ?? 0) + 1 }]),
} satisfies Record<string, (facts: Facts) => readonly { number: number }[]>

type Check = keyof typeof checks
export const everyCheck = Object.keys(checks) as Check[]

/** One thing that is not as it was sealed. A line of the anchor that cannot be read is of no district. */
export type Finding = { districtId: string | null; seal: number; what: Check | 'anchor_unreadable' }

async function reread(tx: Transaction, seal: Seal): Promise<Reread> {
  const leaves = await readLeaves(tx, { from: seal.fromXact, until: seal.untilXact })
  return { ...seal, found: { rows: leaves.length, root: rootOf(seal, leaves) } }
}

async function factsOf(
  tx: Transaction,
  { anchored, now, onSeal }: { anchored: Anchored; now: Date; onSeal: () => void },
): Promise<Facts> {
  const { districtId } = tx.scope
  const own = (each: { districtId: string }) => each.districtId === districtId
  const seals: Reread[] = []
  for (const seal of await allSeals(tx)) {
    seals.push(await reread(tx, seal))
    onSeal()
  }
  const sealedUntil = seals.at(-1)?.untilXact ?? 0
  const left = await countLeft(tx, { from: sealedUntil, now, grace })
  const restores = {
    // The file says it with the seal, so what is not sealed yet is said by the trail alone.
    inTrail: await restoresWithin(tx, { from: 0, until: sealedUntil }),
    outside: anchored.restores.filter(own),
  }
  return { districtId, seals, marks: anchored.marks.filter(own), restores, left }
}

/**
 * Reads every seal of every district again and says what is not as it was sealed, what was left unsealed, and
 * where the roots kept outside the database say otherwise: a cut tail shows on either side. Each time it also
 * says where a copy took the place of the database, and what was given up for it.
 * @param asked.checks what to look for: everything, unless somebody asks what one of them finds
 * @param asked.onProgress hears after each seal how many were read
 */
export async function verifyTrail(
  sealer: Db,
  asked: {
    anchored: Anchored
    now: Date
    checks?: readonly Check[]
    onProgress?: (sealsRead: number) => void
  },
): Promise<{ seals: number; findings: Finding[]; restores: Restore[] }> {
  const { anchored, now, checks: wanted = everyCheck, onProgress } = asked
  const { marks, unreadable } = anchored
  const districts = new Set([
    ...(await districtsToVerify(sealer)),
    ...marks.map(({ districtId }) => districtId),
  ])
  let read = 0
  const onSeal = () => onProgress?.(++read)
  const all = await Promise.all(
    [...districts].map((districtId) =>
      sealer.transaction({ districtId, side: 'system' }, (tx) => factsOf(tx, { anchored, now, onSeal })),
    ),
  )
  const findings = all.flatMap((facts) =>
    wanted.flatMap((what) =>
      checks[what](facts).map(
        ({ number }): Finding => ({ districtId: facts.districtId, seal: number, what }),
      ),
    ),
  )
  const torn = Array.from({ length: unreadable }, () => ({
    districtId: null,
    seal: 0,
    what: 'anchor_unreadable' as const,
  }))
  return {
    seals: all.reduce((sum, { seals }) => sum + seals.length, 0),
    findings: [...findings, ...torn],
    restores: all.flatMap(({ restores }) => restores.inTrail),
  }
}
