import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { saidBy } from '../said-by.ts'
import { type Key, keyBytes, newKeyBytes } from './envelope.ts'
import { stringify } from './uuid-bytes.ts'

/** Where the installation's keys come from. The last of them seals, all of them open. */
export type InstallationKeys = {
  current(): Key
  /** @throws when the installation does not have that key (any more) */
  get(id: string): Key
}

const line = /^([0-9a-f-]{36}) ([A-Za-z0-9_-]{43})$/

/** A vault of whoever runs it: a command that prints the keys, and one that reads them to keep them there. */
export type KeyVault = { command: string; keep: string | undefined }
/** Where the keys are: a file, by its path, or a vault. */
export type KeyHome = string | KeyVault

/** How the place is called in a sentence. It says no more of a vault than which setting names it. */
export const homeSaid = (home: KeyHome) => (typeof home === 'string' ? home : 'THROUGHLINE_KEY_COMMAND')

const textAt = (home: KeyHome): string =>
  typeof home === 'string'
    ? readFileSync(home, 'utf8')
    : saidBy({ setting: homeSaid(home), command: home.command })

/** @throws one sentence that names the place */
function read(home: KeyHome): Key[] {
  const lines = textAt(home).trim().split('\n')
  return lines.map((text) => {
    const [, id, bytes] = line.exec(text) ?? []
    const key = Buffer.from(bytes ?? '', 'base64url')
    if (id === undefined || key.length !== keyBytes) throw new Error(`${homeSaid(home)} holds no keys`)
    return { id, bytes: key }
  })
}

const written = (keys: readonly Key[]) =>
  keys.map(({ id, bytes }) => `${id} ${bytes.toString('base64url')}\n`).join('')

export const newInstallationKey = (): Key => ({ id: stringify(randomBytes(16)), bytes: newKeyBytes() })

/** Hands the keys to a vault, and asks for them again: what it did not keep is lost with all it opens. */
function keepIn(vault: KeyVault, keys: readonly Key[]): void {
  const setting = 'THROUGHLINE_KEY_KEEP_COMMAND'
  if (vault.keep === undefined) throw new Error(`${setting} says how keys come into the vault: it is not set`)
  saidBy({ setting, command: vault.keep }, written(keys))
  if (written(read(vault)) !== written(keys))
    throw new Error(`${setting}: the vault does not hold the keys it was given`)
}

/**
 * Puts these keys into their place, whole or not at all: whoever reads it meanwhile finds the old ones. A
 * file is readable by its owner only.
 */
export async function writeKeys(home: KeyHome, keys: readonly Key[]): Promise<void> {
  if (typeof home !== 'string') return keepIn(home, keys)
  const path = home
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  await file.writeFile(written(keys))
  await file.sync()
  await file.close()
  await rename(beside, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

/** The keys there. A key that is not known yet may have come with a rotation: the place is read again. */
export function keysOf(home: KeyHome): InstallationKeys {
  let known = read(home)
  return {
    current() {
      known = read(home)
      return known.at(-1) as Key
    },
    get(id) {
      if (!known.some((key) => key.id === id)) known = read(home)
      const found = known.find((key) => key.id === id)
      if (found === undefined) throw new Error(`${homeSaid(home)} does not hold the key this was sealed with`)
      return found
    },
  }
}

/** All keys there, the oldest first. */
export const readKeys = read

/** A key as it is kept, for a vault that holds none yet. */
export const firstKey = (): string => written([newInstallationKey()])

/**
 * Where the installation's keys are: in a vault or a file the settings name, or in a file made once.
 * @throws one sentence where the settings name both
 */
export async function keyHome(
  dataDir: string,
  { file, command, keep }: Partial<Record<'file' | 'command' | 'keep', string | undefined>>,
): Promise<KeyHome> {
  if (command === undefined) return keyFile(dataDir, file)
  if (file !== undefined)
    throw new Error('THROUGHLINE_KEY_FILE and THROUGHLINE_KEY_COMMAND: give one of them')
  return { command, keep }
}

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
