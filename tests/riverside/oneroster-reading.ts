import { type RosterLimits, rosterLimits } from '#people/roster/limits.ts'
import type { RosterRow } from '#people/roster/oneroster.ts'
import { openRoster } from '#people/roster/open-roster.ts'
import { RosterRefused } from '#people/roster/refused.ts'
import { sampleRoster } from './oneroster-sample.ts'

export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>

/**
 * Every row of a roster with what was refused and noticed. Everything is in memory: for small rosters
 * only.
 */
export async function readRows(zip: Buffer, limits: Partial<RosterLimits> = {}) {
  const roster = await openRoster(zip, { ...rosterLimits, ...limits })
  const rows: RosterRow[] = []
  try {
    for await (const some of roster.batches()) rows.push(...some)
  } finally {
    roster.close()
  }
  const { refusals, notices } = roster.findings
  return { rows, refusals, notices, manifest: roster.manifest, findings: roster.findings }
}

/** Reads the sample with some files changed. */
export const readSampleRows = (changes: Changes = {}) => readRows(sampleRoster(changes))

/**
 * The code and details of a refusal; the error itself when it is not one of ours, and "read" when all
 * went well.
 */
export async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
    return 'read'
  } catch (error) {
    return error instanceof RosterRefused ? { code: error.code, ...error.detail } : error
  }
}
