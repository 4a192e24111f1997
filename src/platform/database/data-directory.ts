import type { StdioOptions } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { chmod, mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { say } from './embedded-words.ts'
import { ENTER, mayUse, type ServerAccount } from './server-account.ts'
import { lockName } from './supervisor-lock.ts'

/** Where one database lives, and as whom. The data directory is ours; the cluster in it is the account's. */
export type Place = {
  dataDir: string
  /** PostgreSQL's own directory. */
  cluster: string
  account: ServerAccount
  /** An open handle of the data directory, for an account that cannot reach it by its path. */
  descriptor: number | undefined
}

/**
 * Makes the data directory, closed to others, or takes one that is ours.
 * @returns its real path; throws a sentence when it holds other things or belongs to somebody else
 */
export async function prepareDataDir(given: string, account: ServerAccount): Promise<string> {
  await mkdir(dirname(resolve(given)), { recursive: true })
  await mkdir(given, { recursive: true, mode: 0o700 })
  const dataDir = await realpath(given)
  const { uid } = await stat(dataDir)
  if (!account.switchTo && uid !== account.uid) {
    throw new Error(`${say('foreign', { path: dataDir, uid })} ${say('foreign.next')}`)
  }
  const entries = await readdir(dataDir)
  if (entries.length > 0 && !entries.includes(lockName)) {
    throw new Error(`${say('occupied', { directory: dataDir })} ${say('occupied.next')}`)
  }
  // The account must pass through to its cluster; it need not see what else is here.
  await chmod(dataDir, account.switchTo ? 0o711 : 0o700)
  return dataDir
}

/**
 * A root user's home is closed to the account that runs the database. Linux can still hand the data directory
 * down as an open descriptor, through which every child reaches it without walking the path.
 */
export async function openPlace(dataDir: string, account: ServerAccount): Promise<Place> {
  const place = { dataDir, cluster: join(dataDir, 'cluster'), account }
  if (await mayUse(account, dataDir, ENTER)) return { ...place, descriptor: undefined }
  if (!existsSync('/proc/self/fd')) {
    throw new Error(
      `${say('unreachable', { uid: account.uid, directory: dataDir })} ${say('unreachable.next')}`,
    )
  }
  return { ...place, descriptor: openSync(dataDir, 'r') }
}

export function closePlace({ descriptor }: Place): void {
  if (descriptor !== undefined) closeSync(descriptor)
}

/** The path by which a child of ours reaches something in the data directory. */
export const pathForChild = ({ dataDir, descriptor }: Place, name: string): string =>
  join(descriptor === undefined ? dataDir : '/proc/self/fd/3', name)

/**
 * How to spawn a PostgreSQL program: as the account, from a directory that is always there, and without our
 * environment, which may hold keys and the addresses of other databases.
 */
export const asAccount = ({ account, descriptor }: Place, out: number | 'pipe') => ({
  ...account.switchTo,
  cwd: '/',
  env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH ?? '/usr/bin:/bin' },
  stdio: ['ignore', out, out, ...(descriptor === undefined ? [] : [descriptor])] satisfies StdioOptions,
})
