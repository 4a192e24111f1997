import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { say } from './embedded-words.ts'

/** The account the database runs as; `switchTo` is there when it is not the one we already are. */
export type ServerAccount = { uid: number; gid: number; switchTo: { uid: number; gid: number } | undefined }

/**
 * Our own account, or `nobody` when we are root, as whom PostgreSQL refuses to run. It has to be an account
 * with a name: initdb asks for one. Throws a sentence where there is none, and on Windows.
 */
export async function serverAccount(): Promise<ServerAccount> {
  const uid = process.getuid?.()
  const gid = process.getgid?.()
  if (uid === undefined || gid === undefined) {
    throw new Error(`${say('windows')} ${say('windows.next')}`)
  }
  if (uid !== 0) return { uid, gid, switchTo: undefined }
  const nobody = await findNobody()
  if (!nobody) throw new Error(`${say('no_nobody')} ${say('no_nobody.next')}`)
  return { ...nobody, switchTo: nobody }
}

async function findNobody() {
  const entry = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(await readFile('/etc/passwd', 'utf8'))
  // macOS writes nobody as -2; the system calls take the same number without a sign.
  return entry ? { uid: Number(entry[1]) >>> 0, gid: Number(entry[2]) >>> 0 } : undefined
}

export const READ = 4
export const ENTER = 1

/**
 * Whether the account may use `path` in the given way (READ, ENTER or their sum) and enter every directory
 * above it, judged by owner, group and mode. Access lists are not read, so the answer errs towards no.
 */
export async function mayUse(account: ServerAccount, path: string, way: number): Promise<boolean> {
  if (!account.switchTo) return true
  const real = await realpath(path)
  if (!(await allows(account, real, way))) return false
  for (const directory of ancestorsOf(real)) {
    if (!(await allows(account, directory, ENTER))) return false
  }
  return true
}

/** The directories above an absolute path, nearest first. */
export function ancestorsOf(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [parent, ...ancestorsOf(parent)]
}

async function allows(account: ServerAccount, path: string, way: number): Promise<boolean> {
  const { uid, gid, mode } = await stat(path)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  return ((mode >> shift) & way) === way
}
