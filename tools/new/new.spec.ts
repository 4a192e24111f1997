import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { excessOf } from '../check/budgets.ts'
import { ranks } from '../check/ranks.ts'
import { recordingsIn, traceWordsIn } from '../draw/trail.ts'
import { read } from '../source.ts'
import { actFiles, withTrace } from './act-files.ts'
import { moduleFiles, withRank } from './module-files.ts'
import { camel, kebab } from './names.ts'
import { writeNew } from './write.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-new-'))
})
afterAll(() => rm(folder, { recursive: true }))

const release = { module: 'referrals', name: 'release-referral', trace: 'referral.released' }

describe('A new act', () => {
  test('stands in a file of its name, refuses everybody, and says what it records', () => {
    const files = actFiles(release)
    expect(Object.keys(files)).toEqual([
      'src/referrals/release-referral.ts',
      'src/referrals/release-referral.spec.ts',
    ])
    const text = files['src/referrals/release-referral.ts'] as string
    expect(text).toContain(
      `export const releaseReferral = act({\n  name: 'referrals/release-referral',\n  by: [],`,
    )
    expect(text).toContain('unit.permit(false, subject)')
    expect(recordingsIn('a.ts', text).map(({ name }) => name)).toEqual(['referral.released'])
    expect(Object.entries(files).flatMap(([path, content]) => excessOf(path, content))).toEqual([])
  })

  test('gets its line in the catalogue of the module', () => {
    const words = moduleFiles('referrals', 'Requests.')['src/referrals/words.ts'] as string
    const both = withTrace(withTrace(words, release), { trace: 'access_token.made_anew' })
    expect(traceWordsIn('words.ts', both).map(({ name, says }) => [name, says])).toEqual([
      ['access_token.made_anew', 'Access token made anew'],
      ['referral.released', 'Referral released'],
    ])
    expect(() => withTrace('export const otherWords = 1', release)).toThrow('no traceWords')
  })
})

describe('A new module', () => {
  const order = read('tools/check/ranks.ts')

  test('says what it is for and takes its place in the order', () => {
    expect(Object.keys(moduleFiles('transport', 'How families get there.'))).toEqual([
      'src/transport/README.md',
      'src/transport/words.ts',
    ])
    expect(withRank(order, 'transport', 'handoffs')).toContain(
      `\n  'handoffs',\n  'transport',\n  '${ranks[ranks.indexOf('handoffs') + 1]}',\n`,
    )
  })

  test('keeps the place it has, and needs one when it has none', () => {
    for (const module of ranks) expect(withRank(order, module, undefined)).toBe(order)
    expect(() => withRank(order, 'transport', undefined)).toThrow('Say after which module')
    expect(() => withRank(order, 'transport', 'nowhere')).toThrow('Say after which module')
  })
})

describe('Writing new files', () => {
  test('never replaces one that is there', async () => {
    await writeNew(folder, { 'a/one.ts': '1' })
    await expect(writeNew(folder, { 'a/two.ts': '2', 'a/one.ts': 'x' })).rejects.toThrow(
      'a/one.ts is there already',
    )
    expect(await readFile(join(folder, 'a/one.ts'), 'utf8')).toBe('1')
    await expect(readFile(join(folder, 'a/two.ts'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('a name is kebab-case', () => {
    expect(kebab('release-referral', 'An act')).toBe('release-referral')
    expect(camel('release-referral')).toBe('releaseReferral')
    for (const name of ['Release', 'release_referral', '../release', '', undefined]) {
      expect(() => kebab(name, 'An act')).toThrow('An act is written in small letters')
    }
  })
})
