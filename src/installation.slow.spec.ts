import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '#platform/settings.ts'
import { type Installation, openInstallation } from './installation.ts'
import { migrateInstallation } from './migrated.ts'

const roles = ['app', 'auth', 'worker', 'sealer'] as const
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installation-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Who is let in with the passwords of an installation, at a place. */
async function letIn(of: Installation, at = of): Promise<string[]> {
  const inside: string[] = []
  for (const role of roles) {
    const { password } = of.login(role)
    const client = new pg.Client({ ...at.login(role), password })
    client.on('error', () => undefined)
    const answer = await client.connect().then(
      () => 'in',
      (error: { code?: string }) => error.code,
    )
    await client.end().catch(() => undefined)
    if (answer === 'in') inside.push(role)
    else if (answer !== '28P01') throw new Error(`${role}: ${answer}`)
  }
  return inside
}

describe('Each part of the product signs in to the database as itself', () => {
  test('with passwords that are new at each start of our own database, and a command beside it has them', async () => {
    const settings = readSettings({ THROUGHLINE_DATA: folder })
    const first = await openInstallation(settings)
    await migrateInstallation(first)
    expect(await letIn(first)).toEqual([...roles])
    await first.close()

    const second = await openInstallation(settings)
    await migrateInstallation(second)
    expect(await letIn(second)).toEqual([...roles])
    expect(await letIn(first, second)).toEqual([])
    const beside = await openInstallation(settings)
    expect(await letIn(beside, second)).toEqual([...roles])
    await beside.close()
    await second.close()
  }, 180_000)

  test('and by the time of day: in a database that people use it does not stand still', async () => {
    const elsewhere = { THROUGHLINE_DATA: folder, DATABASE_URL: 'postgres://nobody@localhost/none' }
    const standing = { ...elsewhere, THROUGHLINE_CLOCK: '2026-10-13T20:30:00Z' }
    await expect(openInstallation(readSettings(standing))).rejects.toThrow('THROUGHLINE_CLOCK is for tests')
  })

  test('with passwords that end with the secret, where the database is another’s', async () => {
    const own = await openInstallation(readSettings({ THROUGHLINE_DATA: folder }))
    const { host, port, user, password, database } = own.admin
    const url = `postgres://${user}:${encodeURIComponent(String(password))}@localhost/${database}`
    const withSecret = (secret: string) =>
      openInstallation(
        readSettings({
          THROUGHLINE_DATA: folder,
          THROUGHLINE_SECRET: secret,
          DATABASE_URL: `${url}?host=${encodeURIComponent(String(host))}&port=${port}`,
        }),
      )
    const before = await withSecret('a secret of before, as long as one must be')
    await migrateInstallation(before)
    expect(await letIn(before)).toEqual([...roles])
    const after = await withSecret('a secret of today, as long as one must be')
    await migrateInstallation(after)
    expect(await letIn(after)).toEqual([...roles])
    expect(await letIn(before)).toEqual([])
    await own.close()
  }, 180_000)
})
