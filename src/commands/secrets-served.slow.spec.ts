import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { keyHome, writeKeys } from '#platform/vault/installation-keys.ts'
import { haveAssets } from '#tests/journeys/support/assets-setup.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { keysForSpecs } from '#tests/support/keys.ts'
import { program } from '#tests/support/program.ts'
import { adminConfig } from '#tests/support/server.ts'
import { vaultForSpecs } from '#tests/support/vault.ts'
import { root } from '../../tools/source.ts'

let house: FreshDatabase
let folder: string
let vault: Awaited<ReturnType<typeof vaultForSpecs>>
let secrets: Readonly<
  Record<'DATABASE_URL' | 'THROUGHLINE_SECRET' | 'SMTP_URL' | 'TEXT_GATEWAY_TOKEN', string>
>
beforeAll(async () => {
  house = await freshDatabase()
  await haveAssets()
  folder = await mkdtemp(join(tmpdir(), 'tl-secrets-'))
  vault = await vaultForSpecs()
  const server = inject('server')
  const { host, port, user, password, database } = adminConfig(server, house.admin.database ?? '')
  const url = new URL(`postgresql://localhost/${database}`)
  Object.assign(url, { username: user, password, port })
  url.searchParams.set('host', String(host))
  secrets = {
    DATABASE_URL: url.href,
    THROUGHLINE_SECRET: server.secret.padEnd(32),
    SMTP_URL: `smtp://post:${'the password of the mail server'.replaceAll(' ', '-')}@localhost:1`,
    TEXT_GATEWAY_TOKEN: 'the-token-of-the-text-gateway',
  }
  await writeKeys(await keyHome(folder, { command: vault.get('keys'), keep: vault.put('keys') }), [
    keysForSpecs.current(),
  ])
})
afterAll(async () => {
  await house.close()
  await vault.close()
  await rm(folder, { recursive: true, force: true })
})

/** Serves with these settings until it answers. @returns what it said, and what the system shows of it */
async function served(settings: Readonly<Record<string, string>>) {
  const child: ChildProcess = spawn(process.execPath, [...program(), 'serve'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      HOST: '127.0.0.1',
      THROUGHLINE_DATA: folder,
      THROUGHLINE_CARELESS: 'on',
      THROUGHLINE_KEY_COMMAND: vault.get('keys'),
      TEXT_GATEWAY_URL: 'http://localhost:1',
      TEXT_GATEWAY_ACCOUNT: 'AC1',
      TEXT_FROM: '+12065550100',
      ...settings,
    },
  })
  let said = ''
  const answers = new Promise<string>((resolve, reject) => {
    const hear = (chunk: unknown) => {
      said += String(chunk)
      const address = /answers at (http:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`It ended and had said: ${said}`)))
  })
  const address = await answers
  const ready = (await fetch(`${address}/healthz`)).status
  const [environment, line] = await Promise.all(
    ['environ', 'cmdline'].map((file) => readFile(`/proc/${child.pid}/${file}`, 'latin1')),
  )
  child.kill('SIGTERM')
  await once(child, 'close')
  return { ready, said, environment, line }
}

/** The part of each secret that would give it away. */
const givenAway = (text: string | undefined) =>
  Object.entries(secrets).flatMap(([name, secret]) => {
    const { password } = URL.parse(secret) ?? {}
    return text?.includes(password || secret) ? [name] : []
  })

test.runIf(existsSync('/proc/self/environ'))(
  'a server that has its secrets from a vault shows none of them, in its environment or in what it says',
  async () => {
    for (const [name, secret] of Object.entries(secrets)) await vault.keep(name, `${secret}\n`)
    const commands = Object.keys(secrets).map((name) => [`${name}_COMMAND`, vault.get(name)])
    const { ready, said, environment, line } = await served(Object.fromEntries(commands))
    expect(ready).toBe(200)
    expect([said, environment, line].map(givenAway)).toEqual([[], [], []])
    expect(await vault.asked()).toEqual(
      expect.arrayContaining(Object.keys(secrets).map((name) => `get ${name}`)),
    )

    const told = await served(secrets)
    expect(givenAway(told.environment), 'one that is told them shows them').toEqual(Object.keys(secrets))
  },
  240_000,
)
