import { describe, expect, test, vi } from 'vitest'
import { builtIn, checkStatements, puttingTogether } from '../../tools/check/built-sql.ts'
import { dangers } from '../../tools/check/dangers.ts'
import { reasons, scriptsAstray, withoutReason } from '../../tools/check/packages.ts'
import { secrets } from '../../tools/check/secrets.ts'
import { weak } from '../../tools/check/weak.ts'
import { checkWording, wordingOf } from '../../tools/check/wording.ts'
import { read } from '../../tools/source.ts'

// The whole repository is read: that takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const found = (file: string, text: string) => wordingOf(file, text, [...dangers, ...secrets, ...weak])
/** Written in two halves, so that the reader of this file does not find it. */
const planted = (...halves: string[]) => halves.join('')

describe('Secrets, dangerous code and weak cryptography', () => {
  test('stand nowhere in the repository', () => {
    expect(checkWording()).toEqual([])
    for (const ban of dangers) {
      for (const because of Object.values(ban.except ?? {}))
        expect(because.split(' ').length).toBeGreaterThan(3)
    }
  })

  test.each([
    ['a private key', planted('-----BEGIN RSA ', 'PRIVATE KEY-----')],
    ['a private key', planted('-----BEGIN ', 'PRIVATE KEY-----')],
    ['a key of a service', planted('AKIA', 'IOSFODNN7EXAMPLE')],
    ['a key of a service', planted('gh', 'p_', 'a'.repeat(36))],
    ['a key of a service', planted('npm', '_', 'a'.repeat(36))],
    ['a token somebody signed', planted('ey', 'JhbGciOiJIUzI1', '.ey', 'JzdWIiOiIxMjM0', '.dozjgNryP4J3jVm')],
    ['an address with a password in it', planted('postgres://app', ':hunter22', '@db.example/one')],
    ['a secret given a value', planted('const apiKey', ` = 'q8Zr2Lm5Xv9Kt3Wn7Bc1Yd4Fg6'`)],
    ['a secret given a value', planted('THROUGHLINE_SECRET', `: "q8Zr2Lm5Xv9Kt3Wn7Bc1Yd4Fg6"`)],
  ])('%s would be found in any file: %s', (name, text) => {
    for (const file of ['src/a.ts', 'docs/a.md', 'tests/a.spec.ts'])
      expect(found(file, text)).toEqual([expect.stringContaining(`${file}:1 ${name}`)])
  })

  test.each([
    ['text that becomes a program', 'const x = ev' + 'al(typed)'],
    ['text that becomes a program', 'const f = new Func' + `tion('return 1')`],
    ['text that becomes a page', 'main.inner' + 'HTML = typed'],
    ['text that becomes a page', '<p dangerouslySet' + 'InnerHTML={{ __html: typed }} />'],
    ['a pattern built from text', 'const found = new Reg' + 'Exp(`^${typed}$`)'],
    ['a message whose form is text somebody gave', 'util.for' + 'mat(typed, name)'],
    ['a message whose form is text somebody gave', 'new IntlMessage' + 'Format(typed, language)'],
    ['an address that carries a program', '<a href="java' + 'script:go()">'],
    ['another program started', `import { spawn } from 'node:child_` + `process'`],
    ['a shell', 'spawn(name, { shell: ' + 'true })'],
    ['a cipher other than AES-256-GCM', `create` + `Cipheriv('aes-256-cbc', key, iv)`],
    ['a hash that can be forged', `create` + `Hash('md5')`],
    ['cryptography from elsewhere', `import { sign } from 'json` + `webtoken'`],
    ['chance that can be guessed', 'const token = Math.ran' + 'dom()'],
    ['something kept in the browser', `local` + `Storage.setItem('name', name)`],
    ['another site called', 'await fet' + 'ch(typed)'],
  ])('%s would be found: %s', (name, text) => {
    expect(found('src/people/a.ts', text).join()).toContain(`src/people/a.ts:1 ${name}`)
    expect(found('src/people/a.spec.ts', text)).toEqual([])
  })
})

describe('Statements', () => {
  test('are given parameters and never put together from text, but in files with a reason', () => {
    expect(checkStatements()).toEqual([])
    for (const because of Object.values(puttingTogether)) expect(because.split(' ').length).toBeGreaterThan(4)
  })

  test('put together from text would be found however that is written', () => {
    const built = [
      'client.query(`select * from student where name = ${typed}`)',
      `client.query('delete from student where id = ' + id)`,
      'tx.all(sql`select ${sql.raw(column)} from student`)',
      'const text = `\n  update student set name = ${typed}`',
    ]
    for (const text of built) expect(builtIn('src/a.ts', text)).toHaveLength(1)
    const given = ['sql`select * from student where id = ${id}`', `sql.raw('id, name')`, '`set up ${login}`']
    for (const text of given) expect(builtIn('src/a.ts', text)).toEqual([])
  })
})

describe('Packages', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, unknown>
  const lockfile = JSON.parse(read('package-lock.json')) as Parameters<typeof scriptsAstray>[0]

  test('of production are few, and each is there for a reason', () => {
    expect(withoutReason(manifest)).toEqual([])
    for (const because of Object.values(reasons)) expect(because.split(' ').length).toBeGreaterThan(2)
  })

  test('run a script when they are installed only from a list', () => {
    expect(scriptsAstray(lockfile, manifest)).toEqual([])
  })

  test('without a reason, too many, or with a script of their own would be found', () => {
    const dependencies = Object.fromEntries(Array.from({ length: 36 }, (_, at) => [`p${at}`, '1.0.0']))
    const because = Object.fromEntries(Object.keys(dependencies).map((name) => [name, 'it is needed']))
    expect(withoutReason({ dependencies: { a: '1.0.0' } }, { b: 'it was needed' })).toEqual([
      'a is there without a reason',
      'b has a reason and is not there',
    ])
    expect(withoutReason({ dependencies }, because)).toEqual(['36 packages in production, 35 at most'])
    const packages = { 'node_modules/a/node_modules/b': { hasInstallScript: true }, 'node_modules/c': {} }
    expect(scriptsAstray({ packages }, { allowScripts: { c: true } })).toEqual([
      'b runs a script when installed, and may not',
      'c may run a script and has none',
    ])
  })
})
