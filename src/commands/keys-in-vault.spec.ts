import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandLine } from '#tests/support/command.ts'
import { keysForSpecs } from '#tests/support/keys.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { vaultForSpecs } from '#tests/support/vault.ts'
import { keyHome, keysOf, writeKeys } from '#platform/vault/installation-keys.ts'
import { keysCommand } from './keys.ts'

let world: World
let line: Awaited<ReturnType<typeof commandLine>>
let vault: Awaited<ReturnType<typeof vaultForSpecs>>
beforeAll(async () => {
  world = await riverside()
  vault = await vaultForSpecs()
  const file = await keyHome('/nowhere', { command: vault.get('keys'), keep: vault.put('keys') })
  await writeKeys(file, [keysForSpecs.current()])
  line = await commandLine(world, {
    THROUGHLINE_KEY_COMMAND: vault.get('keys'),
    THROUGHLINE_KEY_KEEP_COMMAND: vault.put('keys'),
  })
})
afterAll(async () => {
  await line.close()
  await vault.close()
  await world.close()
})

describe('Keys of the installation in a vault', () => {
  test('are turned there: the vault has a new one, the old one opens nothing, and none is said', async () => {
    const before = await vault.kept('keys')
    const { said } = await line.run(keysCommand, ['rotate'], { data: true })
    const after = await vault.kept('keys')
    expect(after).toMatch(/^[0-9a-f-]{36} [\w-]{43}\n$/)
    expect(after).not.toBe(before)
    const status = (await line.run(keysCommand, ['status'])).said
    expect(status).toContain('Keys are in: THROUGHLINE_KEY_COMMAND')
    for (const secret of [before, after].map((text) => text.trim().split(' ')[1] as string))
      expect([...said, ...status].join('\n')).not.toContain(secret)

    const { rows } = await world.admin.query<{ under: string }>(
      'select wrapped_under as under from district_key',
    )
    const [id = ''] = after.split(' ')
    expect(new Set(rows.map(({ under }) => under))).toEqual(new Set([id]))
    expect(keysOf({ command: vault.get('keys'), keep: undefined }).get(id).id).toBe(id)
  })

  test('are not turned when the vault cannot keep them, or says it did and has not', async () => {
    const kept = await vault.kept('keys')
    const wrong = {
      [vault.lose]: 'does not hold the keys it was given',
      [vault.broken]: 'ended without an answer',
    }
    for (const [command, says] of Object.entries(wrong)) {
      const bad = await commandLine(world, {
        THROUGHLINE_KEY_COMMAND: vault.get('keys'),
        THROUGHLINE_KEY_KEEP_COMMAND: command,
      })
      await expect(bad.run(keysCommand, ['rotate'])).rejects.toThrow(says)
      await bad.close()
    }
    const none = await commandLine(world, { THROUGHLINE_KEY_COMMAND: vault.get('keys') })
    await expect(none.run(keysCommand, ['rotate'])).rejects.toThrow('THROUGHLINE_KEY_KEEP_COMMAND says how')
    await none.close()
    expect(await vault.kept('keys')).toBe(kept)
  })

  test('begin with one that is printed for it, and are in one place only', async () => {
    const { said } = await line.run(keysCommand, ['new'])
    expect(said).toEqual([expect.stringMatching(/^[0-9a-f-]{36} [\w-]{43}$/)])
    await vault.keep('first', `${said[0]}\n`)
    expect(keysOf({ command: vault.get('first'), keep: undefined }).current().bytes).toHaveLength(32)
    const both = keyHome('/nowhere', { file: '/nowhere/keys', command: vault.get('first') })
    await expect(both).rejects.toThrow('give one of them')
    await vault.keep('other', 'something else\n')
    expect(() => keysOf({ command: vault.get('other'), keep: undefined })).toThrow(
      'THROUGHLINE_KEY_COMMAND holds no keys',
    )
  })
})
