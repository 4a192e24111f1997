import type { Actor } from '#access/actor.ts'
import { scopeOf } from '#access/actor.ts'
import type { Db } from '#platform/database/database.ts'
import type { OnProgress } from './roster-changes.ts'
import { knownRoster } from './known-roster-store.ts'
import { startAssembly } from './roster/assemble-roster.ts'
import { openRoster } from './roster/open-roster.ts'
import type { ReadRoster } from './roster/read-roster.ts'

/** Rows between two words about progress while a file is read. */
const wordEvery = 5000

/**
 * Reads a roster from its first byte to its last, outside any transaction. What the district knows already is
 * asked for first, because a delta refers to it.
 * @param source the path of the zip, or its bytes
 * @throws RosterRefused when the archive, its manifest or one of its files cannot be trusted
 */
export async function readRosterFile(
  source: string | Buffer,
  { db, actor, onProgress }: { db: Db; actor: Actor; onProgress: OnProgress },
): Promise<ReadRoster> {
  const known = await db.transaction(scopeOf(actor), knownRoster)
  const open = await openRoster(source)
  try {
    const { manifest, findings } = open
    const assembly = startAssembly({ manifest, findings, known })
    let done = 0
    let said = 0
    for await (const rows of open.batches()) {
      for (const row of rows) assembly.add(row)
      done += rows.length
      if (done - said < wordEvery) continue
      said = done
      onProgress({ step: 'reading', done, total: Math.round(done / Math.max(open.share(), 0.001)) })
    }
    return { roster: assembly.finish(), findings }
  } finally {
    open.close()
  }
}
