import { startAssembly } from './assemble-roster.ts'
import type { AssembledRoster, KnownRoster } from './assembled.ts'
import type { Findings } from './findings.ts'
import type { RosterLimits } from './limits.ts'
import { openRoster } from './open-roster.ts'

/** A roster read to its end, with all that was left out and why. */
export type ReadRoster = { readonly roster: AssembledRoster; readonly findings: Findings }

/**
 * Reads a OneRoster CSV zip from its first byte to its last and joins it into people and schools. Nothing
 * is answered before everything has been read, so a roster that turns out untrustworthy leaves nothing
 * behind [R368].
 *
 * @param source the path of the zip, or its bytes
 * @param given what the district has already, for a delta; other limits, for specs
 * @throws RosterRefused when the archive, its manifest or one of its files cannot be trusted
 */
export async function readRoster(
  source: string | Buffer,
  given: { known?: KnownRoster; limits?: RosterLimits } = {},
): Promise<ReadRoster> {
  const open = await openRoster(source, given.limits)
  try {
    const { manifest, findings } = open
    const assembly = startAssembly({ manifest, findings, ...(given.known && { known: given.known }) })
    for await (const rows of open.batches()) for (const row of rows) assembly.add(row)
    return { roster: assembly.finish(), findings }
  } finally {
    open.close()
  }
}
