import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { readSettings } from '#platform/settings.ts'
import { writeKeys } from '#platform/vault/installation-keys.ts'
import type { Command } from '../../src/commands/command.ts'
import type { FreshDatabase } from './database.ts'
import { keysForSpecs } from './keys.ts'
import { adminConfig, type TestServer } from './server.ts'
import { tuesday } from './world.ts'

type Options = Record<string, string | boolean>

/** A database as a setting names it. */
function addressOf(server: TestServer, database: string): string {
  const { host, port, user, password } = adminConfig(server, database)
  const url = new URL(`postgresql://localhost/${database}`)
  Object.assign(url, { username: user, password, port })
  url.searchParams.set('host', String(host))
  return url.href
}

/**
 * Calls commands of the product on the database of a spec, and keeps what they say.
 * @param more settings beside those they need
 */
export async function commandLine(
  { admin }: Pick<FreshDatabase, 'admin'>,
  more: Readonly<Record<string, string>> = {},
) {
  const server = inject('server')
  const folder = await mkdtemp(join(tmpdir(), 'command-'))
  await writeKeys(join(folder, 'keys'), [keysForSpecs.current()])
  const settings = readSettings({
    DATABASE_URL: addressOf(server, admin.database ?? ''),
    THROUGHLINE_SECRET: server.secret.padEnd(32),
    THROUGHLINE_DATA: folder,
    THROUGHLINE_CLOCK: tuesday,
    THROUGHLINE_CARELESS: 'on',
    ...more,
  })
  const given = { ...settings, THROUGHLINE_SECRET: server.secret }
  return {
    folder,
    settings: given,
    /** Puts a file where a command finds it. @returns its path */
    async file(name: string, bytes: Uint8Array) {
      const path = join(folder, name)
      await writeFile(path, bytes)
      return path
    },
    /** @returns what it said, and how far it said it was */
    async run(command: Command, words: string[], options: Options = {}) {
      const said: string[] = []
      const progress: string[] = []
      const terminal = {
        overwrites: true,
        say: (line: string) => void said.push(line),
        progress: (line: string) => void progress.push(line),
      }
      await command.run({ settings: given, words, options, terminal })
      return { said, progress }
    },
    close: () => rm(folder, { recursive: true }),
  }
}
