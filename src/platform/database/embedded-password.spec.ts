import { once } from 'node:events'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { BOUND, folderForSpecs, loginTo, node } from './server-for-specs.ts'

const folder = folderForSpecs()
const secretsIn = async (dataDir: string) =>
  (await readdir(dataDir)).filter((name) => name.includes('password')).toSorted()

/** What a server answers to a password: undefined when it lets in. */
async function refusal(server: EmbeddedServer, password: string): Promise<string | undefined> {
  const client = new pg.Client({ ...loginTo(server), password })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return (error as { code?: string }).code
  } finally {
    await client.end().catch(() => undefined)
  }
}

describe('The password of the superuser', () => {
  test(
    'is another one at each start: what somebody knew of an earlier run opens nothing',
    async () => {
      const dataDir = join(folder.path, 'anew')
      const first = await startEmbedded({ dataDir })
      expect(await refusal(first, first.superuserPassword)).toBeUndefined()
      await first.stop()
      const second = await startEmbedded({ dataDir })
      expect(second.superuserPassword).not.toBe(first.superuserPassword)
      expect(await refusal(second, second.superuserPassword)).toBeUndefined()
      expect(await refusal(second, first.superuserPassword)).toBe('28P01')
      expect((await readFile(join(dataDir, 'superuser-password'), 'utf8')).trim()).toBe(
        second.superuserPassword,
      )
      expect(await secretsIn(dataDir)).toEqual(['superuser-password'])
      await second.stop()
    },
    BOUND,
  )

  test(
    'is found wherever a start was cut short while it was changing',
    async () => {
      const dataDir = join(folder.path, 'cut')
      const file = join(dataDir, 'superuser-password')
      await (await startEmbedded({ dataDir })).stop()
      // Written down, and not told to the database yet.
      await writeFile(`${file}.next`, 'never set\n', { mode: 0o600 })
      await (await startEmbedded({ dataDir })).stop()
      // Told to the database, and not in its place yet.
      await rename(file, `${file}.next`)
      await writeFile(file, 'of before\n', { mode: 0o600 })
      const server = await startEmbedded({ dataDir })
      expect(await refusal(server, server.superuserPassword)).toBeUndefined()
      expect(await secretsIn(dataDir)).toEqual(['superuser-password'])
      await server.stop()
    },
    BOUND,
  )

  test(
    'is never lost by a start that is killed, at whatever moment',
    async () => {
      const dataDir = join(folder.path, 'killed')
      await (await startEmbedded({ dataDir })).stop()
      for (let milliseconds = 20; milliseconds < 700; milliseconds += 60) {
        const starting = node(
          `const { startEmbedded } = await import(process.argv[1])
         process.stdout.write('begun\\n')
         await startEmbedded({ dataDir: process.argv[2] })
         setInterval(() => undefined, 1000)`,
          new URL('./embedded.ts', import.meta.url).href,
          dataDir,
        )
        await starting.nextLine()
        await new Promise((resolve) => setTimeout(resolve, milliseconds))
        starting.child.kill('SIGKILL')
        await once(starting.child, 'exit')
      }
      const server = await startEmbedded({ dataDir })
      expect(await refusal(server, server.superuserPassword)).toBeUndefined()
      await server.stop()
    },
    BOUND,
  )
})
