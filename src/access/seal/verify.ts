import type { Db, Transaction } from '#platform/database/database.ts'
import type { Anchored } from './anchor.ts'
import { noRoot, rootOf, type Seal } from './chain.ts'
import { districtsOf } from './sealer.ts'
import { allSeals, readLeaves } from './store.ts'

/** One thing that is not as it was sealed. */
export type Finding = {
  districtId: string
  seal: number
  what: 'rows_changed' | 'chain_broken' | 'gap_in_numbers' | 'differs_from_anchor' | 'missing_from_database'
}

async function verifySeal(tx: Transaction, seal: Seal, before: Seal | undefined): Promise<Finding['what'][]> {
  const leaves = await readLeaves(tx, { from: seal.fromXact, until: seal.untilXact })
  const number = (before?.number ?? 0) + 1
  return [
    ...(seal.number === number ? [] : (['gap_in_numbers'] as const)),
    ...(seal.previousRoot.equals(before?.root ?? noRoot) && seal.fromXact === (before?.untilXact ?? 0)
      ? []
      : (['chain_broken'] as const)),
    ...(leaves.length === seal.rows && seal.root.equals(rootOf(seal, leaves))
      ? []
      : (['rows_changed'] as const)),
  ]
}

async function verifyDistrict(
  sealer: Db,
  districtId: string,
  anchored: readonly Anchored[],
): Promise<{ seals: number; findings: Finding[] }> {
  return sealer.transaction({ districtId, side: 'system' }, async (tx) => {
    const seals = await allSeals(tx)
    const findings: Finding[] = []
    let before: Seal | undefined
    for (const seal of seals) {
      for (const what of await verifySeal(tx, seal, before))
        findings.push({ districtId, seal: seal.number, what })
      before = seal
    }
    const byNumber = new Map(seals.map((seal) => [seal.number, seal]))
    for (const mark of anchored.filter((each) => each.districtId === districtId)) {
      const seal = byNumber.get(mark.number)
      if (seal === undefined) findings.push({ districtId, seal: mark.number, what: 'missing_from_database' })
      else if (seal.root.toString('hex') !== mark.root)
        findings.push({ districtId, seal: mark.number, what: 'differs_from_anchor' })
    }
    return { seals: seals.length, findings }
  })
}

/**
 * Reads every seal of every district again and says what is not as it was sealed. A cut tail shows against
 * the roots kept outside the database.
 */
export async function verifyTrail(
  sealer: Db,
  anchored: readonly Anchored[],
): Promise<{ seals: number; findings: Finding[] }> {
  const districts = new Set([...(await districtsOf(sealer)), ...anchored.map(({ districtId }) => districtId)])
  const all = await Promise.all([...districts].map((id) => verifyDistrict(sealer, id, anchored)))
  return {
    seals: all.reduce((sum, each) => sum + each.seals, 0),
    findings: all.flatMap(({ findings }) => findings),
  }
}
