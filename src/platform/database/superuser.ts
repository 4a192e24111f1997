import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Place } from './data-directory.ts'
import { PORT } from './postmaster.ts'

/** The superuser's password, and the one it is about to have. */
export const passwordFile = ({ dataDir }: Place) => join(dataDir, 'superuser-password')
const nextFile = (place: Place) => `${passwordFile(place)}.next`

export const newPassword = () => randomBytes(32).toString('base64url')

/** A file that only its owner reads, on the disk before anything is built upon it. */
export async function writeSecret(path: string, secret: string): Promise<void> {
  await rm(path, { force: true })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${secret}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

export async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  await directory.sync().finally(() => directory.close())
}

const readSecret = async (path: string) => (await readFile(path, 'utf8').catch(() => '')).trim()

/**
 * The passwords that may be the superuser's, the likeliest first: two where a start was cut short while it
 * was changing. None when the file is gone.
 */
export async function knownPasswords(place: Place): Promise<string[]> {
  const known = await readSecret(passwordFile(place))
  const next = await readSecret(nextFile(place))
  return known === '' ? [] : [known, ...(next === '' ? [] : [next])]
}

/** Opens a connection as the superuser. @throws what the server answers */
export async function superuserAt(host: string, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    host,
    port: PORT,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  })
  // A connection that breaks after it opened must not end the process.
  client.on('error', () => undefined)
  return client.connect().then(
    () => client,
    async (error: unknown) => {
      await client.end().catch(() => undefined)
      throw error
    },
  )
}

export const isWrongPassword = (error: unknown) => (error as { code?: string }).code === '28P01'

/** Opens a connection with the first password that is taken. @throws what the server answered to the last */
export async function superuserWith(
  host: string,
  passwords: readonly string[],
): Promise<{ client: pg.Client; password: string }> {
  let refused: unknown
  for (const password of passwords) {
    try {
      return { client: await superuserAt(host, password), password }
    } catch (error) {
      if (!isWrongPassword(error)) throw error
      refused = error
    }
  }
  throw refused
}

/**
 * Gives the superuser a password anew: what somebody knew of an earlier run opens nothing any more. Cut short
 * at any moment, the next start knows both passwords that may be the right one.
 * @returns the new one
 */
export async function renewPassword(
  place: Place,
  { socketDir, passwords }: { socketDir: string; passwords: readonly string[] },
): Promise<string> {
  const { client, password: right } = await superuserWith(socketDir, passwords)
  const settle = async () => {
    await rename(nextFile(place), passwordFile(place))
    await flushDirectory(place.dataDir)
  }
  try {
    if (right !== passwords[0]) await settle()
    const password = newPassword()
    await writeSecret(nextFile(place), password)
    await flushDirectory(place.dataDir)
    await client.query('set synchronous_commit = on')
    await client.query(`alter role postgres password ${pg.escapeLiteral(password)}`)
    await settle()
    return password
  } finally {
    await client.end()
  }
}
