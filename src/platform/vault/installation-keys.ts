import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Key, keyBytes, newKeyBytes } from './envelope.ts'
import { stringify } from './uuid-bytes.ts'

/** Where the installation's keys come from. The last of them seals, all of them open. */
export type InstallationKeys = {
  current(): Key
  /** @throws when the installation does not have that key (any more) */
  get(id: string): Key
}

const line = /^([0-9a-f-]{36}) ([A-Za-z0-9_-]{43})$/

/** @throws one sentence that names the file */
function read(path: string): Key[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((text) => {
    const [, id, bytes] = line.exec(text) ?? []
    const key = Buffer.from(bytes ?? '', 'base64url')
    if (id === undefined || key.length !== keyBytes) throw new Error(`${path} is not a file of keys`)
    return { id, bytes: key }
  })
}

const written = (keys: readonly Key[]) =>
  keys.map(({ id, bytes }) => `${id} ${bytes.toString('base64url')}\n`).join('')

export const newInstallationKey = (): Key => ({ id: stringify(randomBytes(16)), bytes: newKeyBytes() })

/**
 * Puts these keys into the file, whole or not at all: whoever reads it meanwhile finds the old ones. Readable
 * by its owner only.
 */
export async function writeKeys(path: string, keys: readonly Key[]): Promise<void> {
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  await file.writeFile(written(keys))
  await file.sync()
  await file.close()
  await rename(beside, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

/** The keys of a file. A key that is not known yet may have come with a rotation: the file is read again. */
export function keysOf(path: string): InstallationKeys {
  let known = read(path)
  return {
    current() {
      known = read(path)
      return known.at(-1) as Key
    },
    get(id) {
      if (!known.some((key) => key.id === id)) known = read(path)
      const found = known.find((key) => key.id === id)
      if (found === undefined)
        throw new Error(`The key file ${path} does not hold the key this was sealed with`)
      return found
    },
  }
}

/** All keys of the file, the oldest first. */
export const readKeys = read

/**
 * The installation's key file: where the setting says, or made once in the data directory. A named file that
 * is missing is not made: a second key would open nothing. Losing it loses every sealed text.
 */
export async function keyFile(dataDir: string, setting: string | undefined): Promise<string> {
  if (setting !== undefined) return resolve(setting)
  const path = resolve(dataDir, 'keys')
  await mkdir(dataDir, { recursive: true, mode: 0o755 })
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(written([newInstallationKey()]))
    await file.sync()
    await file.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return path
}
