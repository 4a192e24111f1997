import { type Doer, inTransaction } from '#access/doer.ts'
import type { Job, JobPayload } from '#platform/jobs.ts'
import { finishRoster } from './finish-roster.ts'
import type { RosterState } from './lifecycle.ts'
import { openingJobs } from './opening-jobs.ts'
import { previewRoster } from './preview-roster.ts'
import { refuseRoster } from './refuse-roster.ts'
import { protectionJobs } from './protection-jobs.ts'
import { readRosterFile } from './roster-file.ts'
import { findImport } from './roster-import-store.ts'
import { fileOf } from './roster-part-store.ts'
import { speaker } from './roster-speaker.ts'
import { RosterRefused } from './roster/refused.ts'

type Step = { waitsIn: RosterState; act: typeof previewRoster | typeof finishRoster }

/**
 * Reads a file that waits in a state, and hands it on. Run again after it was done, it finds nothing that
 * waits.
 */
const readingJob = (name: string, { waitsIn, act }: Step): Job<Doer> => ({
  name,
  async run(doer: Doer, payload: JobPayload) {
    const importId = String(payload['import_id'])
    const file = await inTransaction(doer, async (tx) => {
      const found = await findImport(tx, importId)
      return found?.state === waitsIn ? await fileOf(tx, importId) : undefined
    })
    if (file === undefined) return
    const onProgress = speaker(doer, importId)
    try {
      const read = await readRosterFile(file, { db: doer.db, actor: doer.actor, onProgress })
      await act.perform(doer, { importId, read, onProgress })
    } catch (error) {
      if (!(error instanceof RosterRefused)) throw error
      await refuseRoster.perform(doer, { importId, code: error.code, says: error.message })
    }
  },
})

/** Work on rosters that nobody waits at a page for. */
export const rosterJobs: readonly Job<Doer>[] = [
  readingJob('people/read-roster', { waitsIn: 'reading', act: previewRoster }),
  readingJob('people/apply-roster', { waitsIn: 'applying', act: finishRoster }),
]

/** What people does by itself: rosters, and what follows when somebody breaks the glass. */
export const jobs: readonly Job<Doer>[] = [...rosterJobs, ...openingJobs, ...protectionJobs]
