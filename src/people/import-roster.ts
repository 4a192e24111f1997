import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { scopeOf, systemActor } from '#access/actor.ts'
import { reactions } from '#access/happening.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { compareRoster, mergeRoster, type OnProgress, type RosterSummary, traceOf } from './roster-changes.ts'
import { advanceImport, insertImport } from './roster-import-store.ts'
import { readRosterFile } from './roster-file.ts'
import type { ReadRoster } from './roster/read-roster.ts'

const Given = z.object({
  fileName: z.string().max(255),
  fileHash: z.string().length(64),
  read: z.custom<ReadRoster>(),
  onProgress: z.custom<OnProgress>(),
})

/** A roster that was read is applied, from the command line, where nobody looks at a preview in between. */
export const importRoster = act({
  name: 'people/import-roster',
  by: ['system'],
  given: Given,
  async do(unit, { fileName, fileHash, read, onProgress }) {
    unit.permit(true)
    const id = unit.id()
    await insertImport(unit, { id, fileName, fileHash, format: '', state: 'applying', summary: {} })
    const summary = await mergeRoster(unit, { read, importId: id, onProgress })
    await advanceImport(unit, { id, state: 'applied', summary, format: summary.format, appliedAt: unit.now })
    unit.record('roster.applied', { type: 'roster_import', id }, traceOf(summary))
    return done({ importId: id, summary })
  },
})

export type ImportFile = {
  /** Path of a OneRoster CSV zip. */
  file: string
  db: Db
  districtId: string
  clock: Clock
  onProgress?: OnProgress
  /** Only says what would change; nothing is written and nothing is logged. */
  preview?: boolean
}

/**
 * Imports a roster file for `throughline import roster`: reads it, then applies all of it or none.
 * @returns what changed, or with `preview` what would
 * @throws RosterRefused when the file cannot be trusted; nothing was changed then
 */
export async function importRosterFile(given: ImportFile): Promise<RosterSummary> {
  const { file, db, districtId, clock, onProgress = () => undefined, preview = false } = given
  const actor = systemActor(districtId)
  const bytes = await readFile(file)
  const read = await readRosterFile(bytes, { db, actor, onProgress })
  const doer = { db, clock, actor, reactions: reactions([]) }
  if (preview) {
    const now = clock.now()
    return db.transaction(scopeOf(actor), (tx) => compareRoster({ tx, now }, read, onProgress))
  }
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  const outcome = await importRoster.perform(doer, { fileName: basename(file), fileHash, read, onProgress })
  if (!outcome.done) throw new Error('An import is never refused once it was read')
  return outcome.result.summary
}
