import type { Viewing } from '#access/look.ts'
import { modelInForce } from '#standards/contract.ts'

/** The words of a criterion, in the version of the tiers that was in force when it was cited [R011]. */
export async function textOf({ tx }: Viewing, code: string | null, citedAt: Date): Promise<string | null> {
  if (code === null) return null
  const { tiers } = await modelInForce(tx, citedAt)
  const criteria = tiers.body.tiers.flatMap(({ entry, exit }) => [...entry, ...exit])
  return criteria.find((criterion) => criterion.code === code)?.text ?? code
}
