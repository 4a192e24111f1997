import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { binariesFor } from './binaries.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { isRunning } from './processes.ts'
import { type ServerAccount, serverAccount } from './server-account.ts'

const BOUND = 60_000
const root = fileURLToPath(new URL('../../..', import.meta.url))
let parent: string
let account: ServerAccount
let programs: string

beforeAll(async () => {
  parent = await mkdtemp('/tmp/throughline-spec-')
  await chmod(parent, 0o755)
  account = await serverAccount()
  programs = await binariesFor(account, () => undefined)
}, BOUND)

afterAll(() => rm(parent, { recursive: true, force: true }))

async function answers(server: EmbeddedServer): Promise<boolean> {
  const { socketDir: host, port, superuserPassword: password } = server
  const client = new pg.Client({ host, port, user: 'postgres', password, database: 'postgres' })
  await client.connect()
  const { rowCount } = await client.query('select 1').finally(() => client.end())
  return rowCount === 1
}

const script = `
  const [, module, dataDir, programs, uid, gid] = process.argv
  const { startEmbedded } = await import(module)
  if (uid) { process.setgroups([]); process.setgid(Number(gid)); process.setuid(Number(uid)) }
  try {
    const server = await startEmbedded({ dataDir, programs })
    console.log(JSON.stringify({ uid: process.getuid(), pid: server.pid }))
    process.stdin.resume()
    await new Promise((resolve) => process.stdin.once('close', resolve))
    await server.stop()
  } catch (error) {
    console.log(JSON.stringify({ uid: process.getuid(), refused: error.message }))
  }`

/** Starts the database in a process of its own, as the given account, which stops it when it is let go. */
function startElsewhere(dataDir: string, as?: { uid: number; gid: number }) {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval', script].concat(
      [new URL('./embedded.ts', import.meta.url).href, dataDir, programs],
      as ? [String(as.uid), String(as.gid)] : [],
    ),
    { cwd: root, timeout: BOUND, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const firstLine = once(child.stdout, 'data').then(([data]) => String(data))
  const said = firstLine.then((line) => JSON.parse(line) as { uid: number; pid?: number; refused?: string })
  const letGo = () => {
    child.stdin.end()
    return text(child.stdout)
  }
  return { said, letGo }
}

describe('Starting the embedded database', () => {
  test(
    'an ordinary account starts and stops it without any help from root',
    async () => {
      const dataDir = join(parent, 'ordinary')
      await mkdir(dataDir, { mode: 0o700 })
      await chown(dataDir, account.uid, account.gid)

      const { said, letGo } = startElsewhere(dataDir, account.switchTo)
      const { uid, pid = 0, refused } = await said

      expect(refused).toBeUndefined()
      expect(uid).toBe(account.uid)
      expect(uid).not.toBe(0)
      expect((await stat(join(dataDir, 'cluster'))).uid).toBe(uid)
      expect(isRunning(pid)).toBe(true)
      await letGo()
      expect(isRunning(pid)).toBe(false)
    },
    BOUND,
  )

  test(
    'of two Throughlines that start at once, one gets the database and one gets a sentence',
    async () => {
      const dataDir = join(parent, 'contested')
      const both = [startElsewhere(dataDir), startElsewhere(dataDir)]
      const said = await Promise.all(both.map((one) => one.said))

      expect(said.filter(({ pid }) => pid !== undefined)).toHaveLength(1)
      expect(said.filter(({ refused }) => refused !== undefined)).toEqual([
        { uid: process.getuid?.(), refused: expect.stringMatching(/^Another Throughline \(.*\.$/) },
      ])
      await Promise.all(both.map((one) => one.letGo()))

      const after = await startEmbedded({ dataDir })
      expect(await answers(after)).toBe(true)
      await after.stop()
    },
    BOUND,
  )

  test(
    'a second start is refused while the first runs, and welcome after it stopped',
    async () => {
      const dataDir = join(parent, 'twice')
      const first = await startEmbedded({ dataDir })
      const refusal = `Another Throughline (process ${process.pid}) already looks after the database in`
      await expect(startEmbedded({ dataDir })).rejects.toThrow(`${refusal} ${dataDir}.`)
      expect(await answers(first)).toBe(true)

      await Promise.all([first.stop(), first.stop()])
      await first.ended
      expect(isRunning(first.pid)).toBe(false)
      const second = await startEmbedded({ dataDir })
      expect(await answers(second)).toBe(true)
      await second.stop()
    },
    BOUND,
  )

  test(
    'a directory inside a closed home serves as well as any',
    async () => {
      const home = join(parent, 'home')
      await mkdir(home, { mode: 0o700 })
      const server = await startEmbedded({ dataDir: join(home, 'database') })
      expect(await answers(server)).toBe(true)
      await server.stop()
      expect((await stat(home)).mode & 0o777, 'the home stays closed').toBe(0o700)
    },
    BOUND,
  )

  test(
    'a path too long for a socket gets a short private one, gone when the server stops',
    async () => {
      const lines: string[] = []
      const dataDir = join(parent, 'long'.repeat(30), 'database')
      const server = await startEmbedded({ dataDir, log: (line) => lines.push(line) })

      expect(Buffer.byteLength(server.socketDir)).toBeLessThan(40)
      expect((await stat(server.socketDir)).mode & 0o777).toBe(0o700)
      expect(lines.join('\n')).toContain(server.socketDir)
      expect(await answers(server)).toBe(true)
      await server.stop()
      await expect(stat(server.socketDir)).rejects.toMatchObject({ code: 'ENOENT' })
    },
    BOUND,
  )

  test('a directory with other things in it is left as it is', async () => {
    const dataDir = join(parent, 'documents')
    await mkdir(dataDir, { mode: 0o755 })
    await writeFile(join(dataDir, 'letter.txt'), 'Dear Ms. Rivera')
    await expect(startEmbedded({ dataDir })).rejects.toThrow('files that are not a Throughline database')
    expect(await readdir(dataDir)).toEqual(['letter.txt'])
    expect((await stat(dataDir)).mode & 0o777).toBe(0o755)
  })

  test(
    'a database that lost its password says which file to put back',
    async () => {
      const dataDir = join(parent, 'forgetful')
      await (await startEmbedded({ dataDir })).stop()
      const file = join(dataDir, 'superuser-password')
      await writeFile(file, 'something else\n')
      await expect(startEmbedded({ dataDir })).rejects.toThrow(`does not accept the password in ${file}`)
      await rm(file)
      await expect(startEmbedded({ dataDir })).rejects.toThrow(`its password file ${file} is missing`)
    },
    BOUND,
  )

  test(
    'a server that cannot start tells why in its own words, and lets go of the directory',
    async () => {
      const dataDir = join(parent, 'mistaken')
      const mistaken = startEmbedded({ dataDir, settings: { shared_buffers: 'plenty' } })
      await expect(mistaken).rejects.toThrow(/did not start[^]*invalid value .*"shared_buffers": "plenty"/)
      const corrected = await startEmbedded({ dataDir })
      expect(await answers(corrected)).toBe(true)
      await corrected.stop()
    },
    BOUND,
  )
})
