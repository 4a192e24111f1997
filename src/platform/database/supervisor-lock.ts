import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { say } from './embedded-words.ts'

/** The lock file of a data directory; its presence also marks the directory as ours. */
export const lockName = 'supervisor.lock'
const pidName = 'supervisor.pid'
const SQLITE_BUSY = 5

/**
 * Claims a data directory for this process until it releases it or ends, however it ends.
 * Throws one sentence, naming the other process, when somebody holds it.
 *
 * Node cannot take a file lock itself, but SQLite takes one for an exclusive transaction. The kernel drops it
 * with the process, so a lock is never stale and no number in a file has to be trusted; `supervisor.pid` is
 * only there to be read by people. The kernel also drops it when this process opens and closes the file once
 * more: nothing else here may read it.
 */
export function holdLock(dataDir: string): { release(): void } {
  const file = join(dataDir, lockName)
  const lock = new DatabaseSync(file)
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (cause) {
    lock.close()
    if ((cause as { errcode?: number }).errcode !== SQLITE_BUSY) throw cause
    throw new Error(say('held', { pid: holderOf(dataDir), directory: dataDir }), { cause })
  }
  // Whoever may read the file may lock it, and so keep us out.
  chmodSync(file, 0o600)
  writeFileSync(join(dataDir, pidName), `${process.pid}\n`, { mode: 0o600 })
  return { release: () => lock.close() }
}

function holderOf(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, pidName), 'utf8').trim()
  } catch {
    return 'unknown'
  }
}
