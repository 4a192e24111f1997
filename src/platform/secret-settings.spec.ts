import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vaultForSpecs } from '#tests/support/vault.ts'
import { secretSettings, withSecrets } from './secret-settings.ts'
import { readSettings, settingsTable } from './settings.ts'

let vault: Awaited<ReturnType<typeof vaultForSpecs>>
beforeAll(async () => {
  vault = await vaultForSpecs()
})
afterAll(() => vault.close())

const secret = 'a secret with blanks, = and "signs" in it'

describe('A secret of the settings', () => {
  test.each(secretSettings)(
    '%s comes from a file or from a command as well as from the environment',
    async (name) => {
      await vault.keep('one', `${secret}\n`)
      const path = vault
        .get('one')
        .split(' ')[0]
        ?.replace(/vault$/, 'kept/one')
      const ways = [{ [name]: secret }, { [`${name}_FILE`]: path }, { [`${name}_COMMAND`]: vault.get('one') }]
      for (const way of ways) expect(withSecrets(way)[name]).toBe(secret)
      expect(withSecrets({})).toEqual({})
    },
  )

  test('are all the settings that hold one', () => {
    const holding = settingsTable.filter(({ name }) =>
      /SECRET|TOKEN$|PASSWORD$|^(?:DATABASE|SMTP)_URL$/.test(name),
    )
    expect(holding.map(({ name }) => name).toSorted()).toEqual([...secretSettings].toSorted())
  })

  test('is read by a command without a shell, its words between blanks or as a list', async () => {
    await vault.keep('two words', secret)
    const [program = ''] = vault.get('x').split(' ')
    const listed = JSON.stringify([program, 'get', 'two words'])
    expect(withSecrets({ SMTP_URL_COMMAND: listed }).SMTP_URL).toBe(secret)
    const quoted = `${program} get $(echo two words)`
    expect(() => withSecrets({ SMTP_URL_COMMAND: quoted })).toThrow('ended without an answer')
  })

  test('is put into no environment', async () => {
    await vault.keep('one', secret)
    const environment = { THROUGHLINE_SECRET_COMMAND: vault.get('one'), PORT: '4000' }
    const settings = readSettings(withSecrets(environment))
    expect([settings.THROUGHLINE_SECRET, settings.PORT]).toEqual([secret, 4000])
    expect(JSON.stringify([environment, process.env])).not.toContain(secret.slice(0, 20))
  })

  test('that does not come stops the start with one line, which says the setting and no secret', async () => {
    await vault.keep('empty', '\n')
    const folder = vault.get('x').replace(/vault get x$/, '')
    await writeFile(join(folder, 'silent'), '')
    const wrong = {
      [vault.broken]: 'THROUGHLINE_SECRET_COMMAND: ',
      [vault.get('nothing')]: 'ended without an answer',
      [vault.get('empty')]: 'THROUGHLINE_SECRET_COMMAND: nothing came of it',
      '/nowhere/vault get x': 'there is no program /nowhere/vault',
      '["vault", 3]': 'is neither words with blanks between nor a list of words in JSON',
    }
    for (const [command, says] of Object.entries(wrong)) {
      const start = () => withSecrets({ THROUGHLINE_SECRET_COMMAND: command })
      expect(start, command).toThrow(says)
      expect(start, command).not.toThrow('the token of the vault')
    }
    expect(() => withSecrets({ SMTP_URL_FILE: '/nowhere/smtp' })).toThrow(
      'SMTP_URL_FILE: /nowhere/smtp cannot',
    )
    const twice = { SMTP_URL: 'smtp://x', SMTP_URL_FILE: '/nowhere/smtp' }
    expect(() => withSecrets(twice)).toThrow('SMTP_URL and SMTP_URL_FILE: give one of them')
  })
})
