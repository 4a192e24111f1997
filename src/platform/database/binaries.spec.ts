import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { binariesFor, ensureCopy } from './binaries.ts'
import { onlyOursToWrite } from './copy-home.ts'
import { ENTER, mayUse, READ, serverAccount } from './server-account.ts'

let parent: string
let native: string

/** A closed home with the shape of the npm package, small. */
beforeEach(async () => {
  parent = await mkdtemp('/tmp/throughline-spec-')
  native = join(parent, 'package/native')
  await mkdir(join(native, 'bin'), { recursive: true })
  await mkdir(join(native, 'lib'))
  await writeFile(join(native, 'bin/postgres'), 'a program', { mode: 0o700 })
  await writeFile(join(native, 'lib/libpq.so.5.18'), 'a library', { mode: 0o600 })
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links))
})

afterEach(() => rm(parent, { recursive: true, force: true }))

const silent = () => undefined

describe('The PostgreSQL programs', () => {
  test('come from npm with the links their libraries need, for an account that can run them', async () => {
    const account = await serverAccount()
    const programs = await binariesFor(account, silent)
    for (const file of ['bin/postgres', 'bin/initdb']) {
      expect(await mayUse(account, join(programs, file), READ | ENTER)).toBe(true)
    }
    const list = await readFile(join(programs, 'pg-symlinks.json'), 'utf8')
    const listed = JSON.parse(list) as { target: string }[]
    expect(listed.length).toBeGreaterThan(0)
    for (const { target } of listed) expect((await stat(join(programs, '..', target))).isFile()).toBe(true)
  })

  test('are copied so that everyone can run them and only their owner can change them', async () => {
    const copy = join(parent, 'copy')
    await ensureCopy(native, copy, silent)
    const mode = async (path: string) => (await lstat(join(copy, path))).mode & 0o777
    expect(await mode('.')).toBe(0o755)
    expect(await mode('native/lib')).toBe(0o755)
    expect(await mode('native/bin/postgres')).toBe(0o755)
    expect(await mode('native/lib/libpq.so.5.18')).toBe(0o644)
    expect(await readlink(join(copy, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18')
  })

  test('are copied once and then shared', async () => {
    const copy = join(parent, 'copy')
    const lines: string[] = []
    await ensureCopy(native, copy, (line) => lines.push(line))
    const { ino } = await stat(copy)
    await ensureCopy(native, copy, (line) => lines.push(line))
    expect((await stat(copy)).ino).toBe(ino)
    expect(lines).toEqual([`Copying the PostgreSQL programs to ${copy}`])
  })

  test('are whole for both of two that copy at once, and nothing half made stays', async () => {
    const copy = join(parent, 'copy')
    await Promise.all([ensureCopy(native, copy, silent), ensureCopy(native, copy, silent)])
    expect(await readFile(join(copy, 'native/lib/libpq.so.5'), 'utf8')).toBe('a library')
    expect((await readdir(parent)).sort()).toEqual(['copy', 'package'])
  })

  test('are copied again when a file of the copy is gone or cut off', async () => {
    const copy = join(parent, 'copy')
    await ensureCopy(native, copy, silent)
    await rm(join(copy, 'native/bin/postgres'))
    await ensureCopy(native, copy, silent)
    expect(await readFile(join(copy, 'native/bin/postgres'), 'utf8')).toBe('a program')
    await truncate(join(copy, 'native/lib/libpq.so.5.18'), 3)
    await ensureCopy(native, copy, silent)
    expect(await readFile(join(copy, 'native/lib/libpq.so.5.18'), 'utf8')).toBe('a library')
    expect((await readdir(parent)).sort()).toEqual(['copy', 'package'])
  })
})

describe('A directory for programs', () => {
  test('is trusted only while nobody else can write there', async () => {
    const directory = join(parent, 'programs')
    await mkdir(directory)
    await chmod(directory, 0o755)
    expect(await onlyOursToWrite(directory)).toBe(true)
    for (const mode of [0o775, 0o757, 0o1777]) {
      await chmod(directory, mode)
      expect(await onlyOursToWrite(directory), mode.toString(8)).toBe(false)
    }
  })

  test('is not trusted below a directory where others can swap it, nor through a link', async () => {
    const directory = join(parent, 'open/programs')
    await mkdir(directory, { recursive: true })
    await chmod(join(parent, 'open'), 0o777)
    expect(await onlyOursToWrite(directory)).toBe(false)
    await chmod(join(parent, 'open'), 0o755)
    expect(await onlyOursToWrite(directory)).toBe(true)
    await symlink(directory, join(parent, 'link'))
    expect(await onlyOursToWrite(join(parent, 'link'))).toBe(false)
  })

  test('is not trusted when it belongs to a stranger', async () => {
    const directory = join(parent, 'programs')
    const { uid, gid } = await serverAccount()
    await mkdir(directory, { mode: 0o755 })
    for (const path of [directory, parent]) await chown(path, uid, gid)
    expect(await onlyOursToWrite(directory, uid)).toBe(true)
    expect(await onlyOursToWrite(directory, uid + 1)).toBe(false)
  })
})
