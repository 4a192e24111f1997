import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openArchive } from '#people/roster/archive.ts'
import { type RosterLimits, rosterLimits } from '#people/roster/limits.ts'
import { RosterRefused } from '#people/roster/refused.ts'

/** Unpacks everything, once from bytes and once from disk: both ways must agree. */
export async function unpack(
  zip: Buffer,
  limits: Partial<RosterLimits> = {},
): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-archive-'))
  const path = join(folder, 'roster.zip')
  writeFileSync(path, zip)
  const reading = [unpackFrom(zip, limits), unpackFrom(path, limits)] as const
  const [fromBytes, fromDisk] = await Promise.allSettled(reading)
  rmSync(folder, { recursive: true })
  expect(outcomeOf(fromDisk)).toEqual(outcomeOf(fromBytes))
  if (fromBytes.status === 'rejected') throw fromBytes.reason
  return fromBytes.value
}

const outcomeOf = (settled: PromiseSettledResult<unknown>): unknown =>
  settled.status === 'fulfilled' ? settled.value : String(settled.reason)

async function unpackFrom(
  source: string | Buffer,
  limits: Partial<RosterLimits>,
): Promise<Record<string, string>> {
  const archive = await openArchive(source, { ...rosterLimits, ...limits })
  try {
    const files: Record<string, string> = {}
    for (const name of archive.names) {
      const chunks: Buffer[] = []
      for await (const chunk of archive.read(name)) chunks.push(chunk)
      files[name] = Buffer.concat(chunks).toString()
    }
    return files
  } finally {
    archive.close()
  }
}

/** The code of the refusal; "read" when there is none. */
export async function codeOf(zip: Buffer, limits: Partial<RosterLimits> = {}): Promise<string> {
  return unpack(zip, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof RosterRefused ? error.code : `not in our words: ${String(error)}`),
  )
}
