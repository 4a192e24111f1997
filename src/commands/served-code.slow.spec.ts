import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { writeKeys } from '#platform/vault/installation-keys.ts'
import { haveAssets } from '#tests/journeys/support/assets-setup.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { keysForSpecs } from '#tests/support/keys.ts'
import { program } from '#tests/support/program.ts'
import { adminConfig } from '#tests/support/server.ts'
import { root } from '../../tools/source.ts'

/** Writes down every file the program loads, before it is loaded. */
const noting = `import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADED_FILES, url + '\\n')
    return next(url, context)
  },
})
`

let house: FreshDatabase
let folder: string
beforeAll(async () => {
  house = await freshDatabase()
  await haveAssets()
  folder = await mkdtemp(join(tmpdir(), 'tl-loaded-'))
  await writeFile(join(folder, 'note.mjs'), noting)
  await writeKeys(join(folder, 'keys'), [keysForSpecs.current()])
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

/**
 * Starts the program as it is served with a database elsewhere, until it says something.
 * @returns what it loaded
 */
async function loadedBy(words: readonly string[], until: RegExp): Promise<string[]> {
  const server = inject('server')
  const { host, port, user, password, database } = adminConfig(server, house.admin.database ?? '')
  const url = new URL(`postgresql://localhost/${database}`)
  Object.assign(url, { username: user, password, port })
  url.searchParams.set('host', String(host))
  const file = join(folder, `${words[0]}.txt`)
  await writeFile(file, '')
  const child = spawn(process.execPath, ['--import', join(folder, 'note.mjs'), ...program(), ...words], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: url.href,
      THROUGHLINE_SECRET: server.secret.padEnd(32),
      THROUGHLINE_DATA: folder,
      THROUGHLINE_CARELESS: 'on',
      LOADED_FILES: file,
      PORT: '0',
      HOST: '127.0.0.1',
    },
  })
  let said = ''
  const ended = once(child, 'close')
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (until.test(said)) child.kill('SIGTERM')
    })
  await ended
  expect(said).toMatch(until)
  return (await readFile(file, 'utf8')).split('\n').filter((url) => url !== '')
}

const ofTests = (urls: readonly string[]) => urls.filter((url) => /\/tests\//.test(url))

test('a server on a database elsewhere never loads the invented district, nor anything else of the tests', async () => {
  const loaded = await loadedBy(['serve'], /Throughline answers at/)
  expect(loaded.length).toBeGreaterThan(500)
  expect(ofTests(loaded)).toEqual([])
  // The command that fills a demo does load it: it would be noticed.
  expect(ofTests(await loadedBy(['seed', '--help'], /riverside/)).length).toBeGreaterThan(10)
}, 180_000)
