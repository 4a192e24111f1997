import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#access/roles.ts'
import { type Declared, declaredIn, readDeclared } from '../../tools/draw/declared.ts'
import { type Deed, drawAccess, readDeeds } from '../../tools/draw/deeds.ts'

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

describe('Acts and looks', () => {
  test('all stand in the drawn matrix: none is hidden in a file', () => {
    const drawn = drawAccess(deeds).text
    expect(
      declared
        .filter(({ name }) => !drawn.includes(`\`${name}\``))
        .map(({ name, file }) => `${name} in ${file}`),
    ).toEqual([])
    expect(declared.length).toBeGreaterThan(30)
  })

  test('all are decided for every role: who is not named may not', () => {
    const known: readonly string[] = roles
    const undecided = deeds.filter(({ by }) => by.length === 0 || by.some((role) => !known.includes(role)))
    expect(undecided.map(({ name }) => name)).toEqual([])
  })

  test('have a name of their own, of the module and the act', () => {
    const names = declared.map(({ name }) => name)
    expect(names.filter((name) => !/^[a-z]+\/[a-z][a-z-]*$/.test(name))).toEqual([])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('an act stands in the file of its name', () => {
    const elsewhere = declared.filter((one) => one.kind === 'act' && !isAtHome(one))
    expect(elsewhere.map(({ name, file }) => `${name} in ${file}`)).toEqual([])
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
    expect(drawAccess(deeds).text).not.toContain('people/hide-student')
  })
})
