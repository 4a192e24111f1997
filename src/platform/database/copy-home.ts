import { chmod, lstat, mkdir, realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { say } from './embedded-words.ts'
import { ancestorsOf, ENTER, mayUse, type ServerAccount } from './server-account.ts'

/**
 * A directory for programs that the account will run: it can enter it, and only root or we can write there.
 * Throws a sentence naming the directories tried when none will do.
 */
export async function copyHome(account: ServerAccount): Promise<string> {
  const candidates = candidatesFor(account)
  for (const directory of candidates) {
    if (await canServe(directory, account)) return directory
  }
  throw new Error(`${say('no_copy_home')} ${say('no_copy_home.next', { tried: candidates.join(', ') })}`)
}

/** The cache of the system or the person, then /var/tmp, which is everywhere and survives a restart. */
function candidatesFor({ uid, switchTo }: ServerAccount): string[] {
  if (switchTo) return ['/var/cache/throughline', '/var/tmp/throughline-root']
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  return [join(cache, 'throughline'), `/var/tmp/throughline-${uid}`]
}

async function canServe(directory: string, account: ServerAccount): Promise<boolean> {
  try {
    const made = await mkdir(directory, { recursive: true, mode: 0o755 })
    if (made) await chmod(directory, 0o755)
    return (await onlyOursToWrite(directory)) && (await mayUse(account, directory, ENTER))
  } catch {
    return false
  }
}

/**
 * Whether nobody but root and ourselves can put a file there, or put another directory in its place: a
 * stranger's directory is never trusted, however inviting its name.
 */
export async function onlyOursToWrite(directory: string, ourUid = process.getuid?.()): Promise<boolean> {
  const ownedByUs = (uid: number) => uid === 0 || uid === ourUid
  const own = await lstat(directory)
  if (!own.isDirectory() || !ownedByUs(own.uid) || writableByOthers(own.mode)) return false
  for (const above of ancestorsOf(await realpath(directory))) {
    const { uid, mode } = await lstat(above)
    if (!ownedByUs(uid) || (writableByOthers(mode) && !isSticky(mode))) return false
  }
  return true
}

const writableByOthers = (mode: number) => (mode & 0o022) !== 0
const isSticky = (mode: number) => (mode & 0o1000) !== 0
