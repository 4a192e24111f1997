import { beforeAll, describe, expect, test } from 'vitest'
import { nameableForTriage, roles } from '#access/roles.ts'
import { type Declared, declaredIn, readDeclared } from '../../tools/draw/declared.ts'
import { type Deed, drawAccess, readDeeds } from '../../tools/draw/deeds.ts'
import { read } from '../../tools/source.ts'

let declared: Declared[]
let deeds: Deed[]
beforeAll(async () => {
  declared = readDeclared()
  deeds = await readDeeds()
})

/** An act stands in its module, in a folder of it or not, in a file of its own. */
function isAtHome({ name, file }: Declared): boolean {
  const [module, act] = name.split('/')
  return file.startsWith(`src/${module}/`) && file.endsWith(`/${act}.ts`)
}

const known: readonly string[] = roles

/** Acts and looks of which nobody said who may, or that name a role nobody can have. */
const undecided = (all: readonly Deed[]): string[] =>
  all.filter(({ by }) => by.length === 0 || by.some((role) => !known.includes(role))).map(({ name }) => name)

/** Those that stand in a file and not in the drawn matrix. */
const hidden = (all: readonly Declared[], drawn: string): string[] =>
  all.filter(({ name }) => !drawn.includes(`\`${name}\``)).map(({ name, file }) => `${name} in ${file}`)

/** Acts that do not stand in the file of their name. */
const elsewhere = (all: readonly Declared[]): string[] =>
  all.filter((one) => one.kind === 'act' && !isAtHome(one)).map(({ name, file }) => `${name} in ${file}`)

/** A file of triage that asks whom the district names: by itself, or by what holds a concern for triage. */
const asksWhoIsNamed = (text: string) => /\b(?:isDecider|mayTriage|followsQueue|holdForTriage)\(/.test(text)

/** What asks whom the district names, is open to all it may name, and does not say so in the matrix. */
const overstated = (all: readonly Deed[], textOf: (file: string) => string): string[] =>
  all
    .filter(({ name, file }) => name.startsWith('concerns/') && file && asksWhoIsNamed(textOf(file)))
    .filter(({ by }) => nameableForTriage.every((role) => by.includes(role)))
    .filter(({ ifNamed = [] }) => ifNamed.length === 0)
    .map(({ name }) => name)

describe('Acts and looks', () => {
  test('all stand in the drawn matrix: none is hidden in a file', () => {
    expect(hidden(declared, drawAccess(deeds).text)).toEqual([])
    expect(declared.length).toBeGreaterThan(30)
  })

  test('all are decided for every role: who is not named may not', () => {
    expect(undecided(deeds)).toEqual([])
  })

  test('name each role once', () => {
    expect(deeds.filter(({ by }) => new Set(by).size < by.length).map(({ name }) => name)).toEqual([])
  })

  test('that only those do whom the district names say so in the matrix', () => {
    expect(overstated(deeds, read)).toEqual([])
    const row = drawAccess(deeds).text.match(/^\| `concerns\/decide-triage`.*$/m)?.[0]
    expect(row?.match(/if named/g)).toHaveLength(nameableForTriage.length)
  })

  test('have a name of their own, of the module and the act', () => {
    const names = declared.map(({ name }) => name)
    expect(names.filter((name) => !/^[a-z]+\/[a-z][a-z-]*$/.test(name))).toEqual([])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('an act stands in the file of its name', () => {
    expect(elsewhere(declared)).toEqual([])
  })
})

describe('The reader of acts', () => {
  test('finds one that is not exported, and one whose name it cannot read', () => {
    const text = `const hidden = act({ name: 'people/hide-student', by: [] })
      export const seen = look<Given>({ name: given.name })`
    expect(declaredIn('src/a.ts', text)).toEqual([
      { kind: 'act', name: 'people/hide-student', file: 'src/a.ts' },
      { kind: 'look', name: '?', file: 'src/a.ts' },
    ])
  })

  test('an act that is on no list is missing from the matrix', () => {
    const planted: Declared = { kind: 'act', name: 'people/hide-student', file: 'src/people/student.ts' }
    expect(hidden([planted], drawAccess(deeds).text)).toEqual([
      'people/hide-student in src/people/student.ts',
    ])
    expect(elsewhere([planted])).toEqual(['people/hide-student in src/people/student.ts'])
  })

  test('an act that asks whom the district names, and does not say so, is found', () => {
    const file = 'src/concerns/hide.ts'
    const planted: Deed = { kind: 'act', name: 'concerns/hide', by: [...nameableForTriage], file }
    const asks = () => 'unit.permit(isDecider(role, deciders))'
    expect(overstated([planted], asks)).toEqual(['concerns/hide'])
    expect(overstated([{ ...planted, ifNamed: nameableForTriage }], asks)).toEqual([])
    expect(overstated([planted], () => 'unit.permit(true)')).toEqual([])
  })

  test('an act nobody decided about is found, and one for a role that does not exist', () => {
    const planted = (by: string[]): Deed => ({ kind: 'act', name: 'people/hide-student', by })
    expect(undecided([planted([])])).toEqual(['people/hide-student'])
    expect(undecided([planted(['teacher', 'wizard'])])).toEqual(['people/hide-student'])
    expect(undecided([planted(['teacher'])])).toEqual([])
  })
})
