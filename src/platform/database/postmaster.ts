import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { asAccount, pathForChild, type Place } from './data-directory.ts'
import { settingArguments } from './embedded-settings.ts'
import { say } from './embedded-words.ts'
import { hasEndedWithin, isPostmasterOf, isRunning } from './processes.ts'

/** The server process of a cluster and the directory of its socket. */
export type Postmaster = { pid: number; socketDir: string }

type LaunchOptions = { programs: string; settings: Record<string, string>; log: (line: string) => void }

/** Nobody else shares the socket's directory, so the number only names the file. */
export const PORT = 5432

const LONGEST_SOCKET_PATH = 103 // bytes: macOS allows 104 with the closing zero, Linux 108
const FAST = 60_000 // milliseconds for a shutdown with its checkpoint
const IMMEDIATE = 10_000

/**
 * The server that outlived its parent, if there is one. A postmaster.pid whose number now belongs to some
 * other program is removed, because PostgreSQL would take that program for a server. One whose process is
 * gone stays: PostgreSQL clears it itself, after making sure that no child of the old server is left.
 */
export async function findPostmaster(
  place: Place,
  log: (line: string) => void,
): Promise<Postmaster | undefined> {
  const file = join(place.cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  const socketDir = lines[4] === undefined || lines[4] === '.' ? place.cluster : lines[4]
  if (pid > 0 && isRunning(pid)) {
    if (isPostmasterOf(pid, place.cluster)) return { pid, socketDir }
    await rm(file, { force: true })
    log(say('cleared', { pid }))
  }
  await removeSocketDir(place, socketDir)
  return undefined
}

/**
 * Starts the server in a session of its own, so that neither the end of this process nor Ctrl-C in its
 * terminal reaches it. It may still be getting ready, or fail, when this returns.
 */
export async function launchPostmaster(
  place: Place,
  { programs, settings, log }: LaunchOptions,
): Promise<Postmaster> {
  const socketDir = await makeSocketDir(place, log)
  const output = openSync(bootLog(place), 'w', 0o600)
  const listening = { unix_socket_directories: socketDir === place.cluster ? '.' : socketDir }
  try {
    const server = spawn(
      join(programs, 'bin/postgres'),
      ['-D', pathForChild(place, 'cluster'), ...settingArguments({ ...settings, ...listening })],
      { ...asAccount(place, output), detached: true },
    )
    await once(server, 'spawn')
    server.unref()
    return { pid: server.pid as number, socketDir }
  } finally {
    closeSync(output)
  }
}

/** What PostgreSQL says before its own log opens. */
const bootLog = ({ dataDir }: Place) => join(dataDir, 'boot.log')

/** The end of what a server said before it went: the output of its boot, then of its log. */
export async function lastWords(place: Place): Promise<string> {
  const current = await readFile(join(place.cluster, 'current_logfiles'), 'utf8').catch(() => '')
  const logFile = /^stderr (.+)$/m.exec(current)?.[1]
  const files = [bootLog(place), ...(logFile ? [join(place.cluster, logFile)] : [])]
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))
  return texts.flatMap((text) => text.trim().split('\n').slice(-10)).join('\n')
}

/**
 * Stops the server: open transactions are undone, everything is written, connections end. Cuts it short when
 * that takes longer than a minute, which loses no committed row. Does nothing when it has already gone.
 */
export async function stopPostmaster(
  place: Place,
  { pid, socketDir }: Postmaster,
  log: (line: string) => void,
): Promise<void> {
  if (isPostmasterOf(pid, place.cluster)) {
    signal(pid, 'SIGINT')
    if (!(await hasEndedWithin(pid, FAST))) {
      signal(pid, 'SIGQUIT')
      if (!(await hasEndedWithin(pid, IMMEDIATE))) throw new Error(say('not_stopped', { pid }))
      log(say('cut_short', { pid }))
    }
  }
  await removeSocketDir(place, socketDir)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The cluster itself, which only the account can enter, or a short private directory for a long path. */
async function makeSocketDir({ cluster, account }: Place, log: (line: string) => void): Promise<string> {
  if (Buffer.byteLength(join(cluster, `.s.PGSQL.${PORT}`)) <= LONGEST_SOCKET_PATH) return cluster
  const directory = await mkdtemp(shortPrefix)
  await chown(directory, account.uid, account.gid)
  log(say('short_socket', { directory }))
  return directory
}

const shortPrefix = '/tmp/throughline-'

async function removeSocketDir({ cluster }: Place, directory: string): Promise<void> {
  if (directory === cluster || !directory.startsWith(shortPrefix)) return
  await rm(directory, { recursive: true, force: true })
}
