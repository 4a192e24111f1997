import { describe, expect, test, vi } from 'vitest'
import { excessOf, measure, overBudget } from '../../tools/check/budgets.ts'
import { exceptions } from '../../tools/check/exceptions.ts'
import { checkWording, junkDrawersAmong, wordingOf } from '../../tools/check/wording.ts'

// The whole repository is read: that takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const lines = (count: number, line = '') => `${line}\n`.repeat(count)
const rulesBroken = (text: string, file = 'src/people/student.ts') =>
  excessOf(file, text).map(({ rule }) => rule)

describe('Budgets', () => {
  test('files, functions, parameters and lines stay small, and each exception has a reason', () => {
    expect(measure()).toEqual([])
    for (const { because } of exceptions) expect(because.split(' ').length).toBeGreaterThan(3)
  })

  test('a file of 200 lines fits and one of 201 does not', () => {
    expect(rulesBroken(lines(200))).toEqual([])
    expect(rulesBroken(lines(201))).toEqual(['file'])
  })

  test('a function of 40 lines fits and one of 41 does not, however it is written', () => {
    expect(rulesBroken(`function f() {\n${lines(38)}}`)).toEqual([])
    expect(rulesBroken(`function f() {\n${lines(39)}}`)).toEqual(['function'])
    expect(rulesBroken(`const f = () => {\n${lines(39)}}`)).toEqual(['function'])
    expect(rulesBroken(`class A { f() {\n${lines(39)}} }`)).toEqual(['function'])
  })

  test('a chapter of specs is not a function, but a spec in it is', () => {
    expect(rulesBroken(`describe('x', () => {\n${lines(60)}})`)).toEqual([])
    expect(rulesBroken(`describe('x', () => { test('y', () => {\n${lines(60)}}) })`)).toEqual(['function'])
  })

  test('three parameters in a row fit and four do not; a callback takes what it is passed', () => {
    expect(rulesBroken('const f = (a: 1, b: 2, c: 3) => a')).toEqual([])
    expect(rulesBroken('const f = (a: 1, b: 2, c: 3, d: 4) => a')).toEqual(['parameters'])
    expect(rulesBroken('replace(/x/, (a, b, c, d) => a)')).toEqual([])
  })

  test('a line of 110 characters fits and one of 111 does not', () => {
    expect(rulesBroken(`// ${'x'.repeat(107)}`)).toEqual([])
    expect(rulesBroken(`// ${'x'.repeat(108)}`)).toEqual(['line'])
  })

  test('a sentence or a statement may be longer, up to 150', () => {
    expect(rulesBroken(`const a = '${'x'.repeat(138)}'`)).toEqual([])
    expect(rulesBroken(`const a = '${'x'.repeat(139)}'`)).toEqual(['line'])
    expect(rulesBroken(`test('${'x'.repeat(110)}', () => undefined)`)).toEqual([])
    expect(rulesBroken(`const a = 'x' + bee.${'y'.repeat(100)}`)).toEqual(['line'])
  })

  test('a module tells what it is in 15 lines', () => {
    expect(rulesBroken(lines(15, 'x'), 'src/people/README.md')).toEqual([])
    expect(rulesBroken(lines(16, 'x'), 'src/people/README.md')).toEqual(['readme'])
  })

  test('an exception covers one thing, and one nobody needs any more is found', () => {
    const long = excessOf('src/a.ts', lines(300))
    const because = 'it is a list that is read as one'
    expect(overBudget(long, [{ rule: 'file', file: 'src/a.ts', because }])).toEqual([])
    expect(overBudget(long, [{ rule: 'file', file: 'src/b.ts', because }])).toHaveLength(2)
  })
})

describe('Words that do not belong in the repository', () => {
  test('none of them stands in it', () => {
    expect(checkWording()).toEqual([])
  })

  test.each([
    ['src/a.ts', '// TO' + 'DO later', 'something put off'],
    ['src/a.ts', `const at = '${['', 'home', 'me', 'x'].join('/')}'`, 'a path of one machine'],
    ['docs/a.md', 'See issue ' + '#12.', 'a note about how this was made'],
    ['src/a.ts', '// @ts-' + 'ignore', 'a silenced type checker'],
    ['src/a.spec.ts', 'test' + '.skip(1)', 'a spec that is set aside'],
    ['src/a.spec.ts', 'expect(' + 'true)', 'a spec that cannot fail'],
    ['src/a.ts', 'const now = new ' + 'Date()', 'the system clock'],
    ['src/people/leave.ts', 'import { sql } from ' + "'kysely'", 'SQL outside a store'],
    [
      'src/people/leave.ts',
      'import { statement } from ' + "'#platform/database/query.ts'",
      'SQL outside a store',
    ],
    ['src/a.ts', `// one thing ${String.fromCodePoint(0x2014)} and another`, 'a dash as a sentence mark'],
    ['src/a.ts', ['say(', 'non-', 'compliant', ')'].join(''), 'a word that blames'],
  ])('%s: %s', (file, text, name) => {
    expect(wordingOf(file, text)).toEqual([expect.stringContaining(`${file}:1 ${name}`)])
  })

  test('SQL in a store is where it belongs', () => {
    const line = 'import { sql } from ' + "'kysely'"
    expect(wordingOf('src/people/store.ts', line)).toEqual([])
    expect(wordingOf('src/people/leave-store.ts', line)).toEqual([])
    expect(wordingOf('src/people/restore.ts', line)).toHaveLength(1)
  })

  test('a folder or file that could hold anything is found by its name', () => {
    const files = ['src/util' + 's/dates.ts', 'src/people/helper' + 's.ts', 'src/people/student.ts']
    expect(junkDrawersAmong(files)).toHaveLength(2)
  })
})
