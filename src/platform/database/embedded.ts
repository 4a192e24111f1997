import { setTimeout as pause } from 'node:timers/promises'
import { binariesFor } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { closePlace, openPlace, type Place, prepareDataDir } from './data-directory.ts'
import { say } from './embedded-words.ts'
import {
  findPostmaster,
  lastWords,
  launchPostmaster,
  PORT,
  type Postmaster,
  stopPostmaster,
} from './postmaster.ts'
import { ended, isRunning } from './processes.ts'
import { serverAccount } from './server-account.ts'
import { isWrongPassword, passwordFile, renewPassword, superuserWith } from './superuser.ts'
import { holdLock } from './supervisor-lock.ts'

/** A server of our own: connect with `{ host: socketDir, port, user: 'postgres', password, database }`. */
export type EmbeddedServer = {
  /** Directory of the unix socket. */
  socketDir: string
  port: number
  /** Made anew at each start: an earlier one opens nothing. */
  superuserPassword: string
  /** The server process. */
  pid: number
  /** PostgreSQL's own directory, for backup; `show data_directory` may name it as only the server sees it. */
  clusterDir: string
  /** Settles when the server has ended, by `stop` or by itself. */
  ended: Promise<void>
  /** Stops the server and gives the data directory free. Safe to call again. */
  stop(): Promise<void>
}

type EmbeddedOptions = {
  /** A directory for this and nothing else, new or ours. */
  dataDir: string
  log?: (line: string) => void
  /** Server settings over our own, for a server that is started here; one taken over keeps those it has. */
  settings?: Record<string, string>
  /** Where PostgreSQL 18's bin, lib and share are, when not those npm brought. */
  programs?: string
}

const READY_LIMIT = 10 // minutes: recovery after a crash with much to replay
const ORPHANS_LIMIT = 30_000 // milliseconds for the children of a killed server to end

/**
 * Boots the PostgreSQL under `dataDir`, or adopts the one still running there; makes it when there is none.
 * Returns when it accepts connections. The server outlives this process unless `stop` is called, so the
 * caller calls it on SIGINT and SIGTERM.
 * Throws a sentence for the person who runs it: another Throughline holds the directory, the directory is
 * somebody else's, there are no programs for this machine, or PostgreSQL's own last words.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { log = () => undefined, settings = {} } = options
  const startedAt = performance.now()
  const account = await serverAccount()
  const dataDir = await prepareDataDir(options.dataDir, account)
  const lock = holdLock(dataDir)
  let place: Place | undefined
  try {
    place = await openPlace(dataDir, account)
    const programs = options.programs ?? (await binariesFor(account, log))
    const passwords = await ensureCluster(place, programs, log)
    const start = { place, programs, passwords, settings, log }
    const postmaster = (await adopt(start)) ?? (await boot(start))
    const password = await renewPassword(place, { ...postmaster, passwords })
    log(say('ready', { milliseconds: Math.round(performance.now() - startedAt), pid: postmaster.pid }))
    return supervised({ ...start, password }, postmaster, () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  } finally {
    if (place) closePlace(place)
  }
}

type Start = {
  place: Place
  programs: string
  /** What may be the superuser's password before it is made anew. */
  passwords: string[]
  settings: Record<string, string>
  log: (line: string) => void
}

function supervised(
  start: Start & { password: string },
  postmaster: Postmaster,
  release: () => void,
): EmbeddedServer {
  const { place, password, log } = start
  const end = Promise.withResolvers<void>()
  void ended(postmaster.pid).then(end.resolve)
  let stopping: Promise<void> | undefined
  const stop = async () => {
    try {
      await stopPostmaster(place, postmaster, log)
      end.resolve()
    } finally {
      release()
    }
  }
  return {
    ...postmaster,
    port: PORT,
    superuserPassword: password,
    clusterDir: place.cluster,
    ended: end.promise,
    stop: () => (stopping ??= stop()),
  }
}

async function adopt(start: Start): Promise<Postmaster | undefined> {
  const running = await findPostmaster(start.place, start.log)
  const answer = running && (await firstAnswer(start, running))
  if (answer === 'wrong_password') throw passwordRefused(start.place)
  if (!running || answer === 'gone') return undefined
  start.log(say('adopted', { pid: running.pid }))
  return running
}

/** PostgreSQL refuses to start beside the last children of a killed server; they end within seconds. */
async function boot(start: Start): Promise<Postmaster> {
  const { place, log } = start
  const giveUpAt = performance.now() + ORPHANS_LIMIT
  for (let attempt = 1; ; attempt++) {
    const postmaster = await launchPostmaster(place, start)
    const answer = await firstAnswer(start, postmaster)
    if (answer === 'open') return postmaster
    await stopPostmaster(place, postmaster, log)
    if (answer === 'wrong_password') throw passwordRefused(place)
    const words = await lastWords(place)
    if (!words.includes('pre-existing shared memory block') || performance.now() > giveUpAt) {
      throw new Error(`${say('not_started')}\n${words}`)
    }
    if (attempt === 1) log(say('old_processes'))
    await pause(250)
  }
}

const passwordRefused = (place: Place) =>
  new Error(`${say('wrong_password', { file: passwordFile(place) })} ${say('wrong_password.next')}`)

/**
 * Waits for the server to let us in, to refuse our password, or to end. Throws when it takes longer than
 * anyone would watch; the server goes on then, and the next start finds it.
 */
async function firstAnswer(
  { passwords, log }: Start,
  { pid, socketDir }: Postmaster,
): Promise<'open' | 'wrong_password' | 'gone'> {
  const from = performance.now()
  for (let saidAt = 10; ; ) {
    const answer = await knock(socketDir, passwords)
    if (answer !== 'closed') return answer
    if (!isRunning(pid)) return 'gone'
    const seconds = Math.round((performance.now() - from) / 1000)
    if (seconds >= READY_LIMIT * 60) {
      throw new Error(`${say('slow', { minutes: READY_LIMIT })} ${say('slow.next')}`)
    }
    if (seconds >= saidAt) {
      log(say('still_starting', { seconds }))
      saidAt = seconds + 10
    }
    await pause(20)
  }
}

async function knock(host: string, passwords: string[]): Promise<'open' | 'closed' | 'wrong_password'> {
  try {
    const { client } = await superuserWith(host, passwords)
    await client.end().catch(() => undefined)
    return 'open'
  } catch (error) {
    return isWrongPassword(error) ? 'wrong_password' : 'closed'
  }
}
