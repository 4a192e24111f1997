import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { asAccount, pathForChild, type Place } from './data-directory.ts'
import { say } from './embedded-words.ts'

const INITDB_LIMIT = 180_000 // milliseconds

export const passwordFile = ({ dataDir }: Place) => join(dataDir, 'superuser-password')

/**
 * Makes the database cluster unless it is there.
 * @returns the superuser's password; throws a sentence when the cluster is another account's, when its
 *   password is gone, or with initdb's own words when it fails
 */
export async function ensureCluster(
  place: Place,
  programs: string,
  log: (line: string) => void,
): Promise<string> {
  const there = await stat(place.cluster).catch(() => undefined)
  if (!there) {
    log(say('making', { directory: place.dataDir }))
    return makeCluster(place, programs)
  }
  if (there.uid !== place.account.uid) {
    throw new Error(`${say('foreign', { path: place.cluster, uid: there.uid })} ${say('foreign.next')}`)
  }
  const file = passwordFile(place)
  const password = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (!password) throw new Error(`${say('no_password', { file })} ${say('no_password.next')}`)
  return password
}

/** Made beside its place and renamed into it: a start that is cut short leaves nothing half made. */
async function makeCluster(place: Place, programs: string): Promise<string> {
  const { dataDir, account } = place
  const making = join(dataDir, 'cluster.making')
  const handedOver = join(dataDir, 'initdb-password')
  const password = randomBytes(32).toString('base64url')
  try {
    await rm(making, { recursive: true, force: true })
    await mkdir(making, { mode: 0o700 })
    await chown(making, account.uid, account.gid)
    await writeSecret(handedOver, password)
    await chown(handedOver, account.uid, account.gid)
    await runInitdb(place, programs)
    await writeSecret(`${passwordFile(place)}.making`, password)
    await rename(`${passwordFile(place)}.making`, passwordFile(place))
    await rename(making, place.cluster)
    await flushDirectory(dataDir)
    return password
  } finally {
    await rm(handedOver, { force: true })
    await rm(making, { recursive: true, force: true })
  }
}

/** The built-in C.UTF-8 collation is the same on every machine, so no system update can unsort an index. */
async function runInitdb(place: Place, programs: string): Promise<void> {
  const initdb = spawn(
    join(programs, 'bin/initdb'),
    [
      `--pgdata=${pathForChild(place, 'cluster.making')}`,
      `--pwfile=${pathForChild(place, 'initdb-password')}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--data-checksums',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...asAccount(place, 'pipe'), timeout: INITDB_LIMIT, killSignal: 'SIGKILL' },
  )
  const output = Promise.all(
    [initdb.stdout, initdb.stderr].map((stream) => (stream ? text(stream) : Promise.resolve(''))),
  )
  const [code] = (await once(initdb, 'exit').catch((error: Error) => [error.message])) as [unknown]
  if (code !== 0) throw new Error(`${say('not_made')}\n${[code, ...(await output)].join('\n').trim()}`)
}

/** A file that only its owner reads, on the disk before anything is built upon it. */
async function writeSecret(path: string, secret: string): Promise<void> {
  await rm(path, { force: true })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${secret}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  await directory.sync().finally(() => directory.close())
}
