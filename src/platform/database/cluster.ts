import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { asAccount, pathForChild, type Place } from './data-directory.ts'
import { say } from './embedded-words.ts'
import { flushDirectory, knownPasswords, newPassword, passwordFile, writeSecret } from './superuser.ts'

const INITDB_LIMIT = 180_000 // milliseconds

/**
 * Makes the database cluster unless it is there.
 * @returns what may be the superuser's password; throws a sentence when the cluster is another account's,
 *   when its password is gone, or with initdb's own words when it fails
 */
export async function ensureCluster(
  place: Place,
  programs: string,
  log: (line: string) => void,
): Promise<string[]> {
  const there = await stat(place.cluster).catch(() => undefined)
  if (!there) {
    log(say('making', { directory: place.dataDir }))
    return [await makeCluster(place, programs)]
  }
  if (there.uid !== place.account.uid) {
    throw new Error(`${say('foreign', { path: place.cluster, uid: there.uid })} ${say('foreign.next')}`)
  }
  const passwords = await knownPasswords(place)
  if (passwords.length === 0)
    throw new Error(`${say('no_password', { file: passwordFile(place) })} ${say('no_password.next')}`)
  return passwords
}

/** Made beside its place and renamed into it: a start that is cut short leaves nothing half made. */
async function makeCluster(place: Place, programs: string): Promise<string> {
  const { dataDir, account } = place
  const making = join(dataDir, 'cluster.making')
  const handedOver = join(dataDir, 'initdb-password')
  const password = newPassword()
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
