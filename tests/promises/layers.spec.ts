import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, type Layering, readLayers } from '../../tools/check/layers.ts'

describe('Modules', () => {
  let read: Layering
  // The whole repository is read: that takes its time on a busy machine.
  beforeAll(async () => {
    read = await readLayers()
  }, 120_000)

  test('import downward only, through the door, without circles, types included', () => {
    expect(faultsOf(read)).toEqual([])
  })

  test('are all read: a checker that saw nothing would have nothing to say', () => {
    const { modules, dependencies } = read
    expect(modules).toBeGreaterThan(200)
    expect(dependencies).toBeGreaterThan(modules)
  })
})

const planted: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "imports": { "#*.ts": { "source": "./src/*.ts" } } }',
  'src/platform/clock.ts': `import type { Student } from '#people/contract.ts'\nexport type Clock = { of: Student }`,
  'src/people/contract.ts': `export type { Student } from './student.ts'`,
  'src/people/student.ts': `import type { Caregiver } from './caregiver.ts'\nexport type Student = { of: Caregiver }`,
  'src/people/caregiver.ts': `import type { Student } from './student.ts'\nexport type Caregiver = { of: Student }`,
  'src/concerns/concern.ts': `import type { Caregiver } from '#people/caregiver.ts'\nexport type Concern = { by: Caregiver }`,
  'src/concerns/raise.ts': `import { house } from '#compose.ts'\nexport const raise = house`,
  'src/compose.ts': 'export const house = 1',
  'src/consent/given.ts': `import { nothing } from './gone.ts'\nexport const given = nothing`,
  'src/misc/odds.ts': `import { house } from '../compose.ts'\nexport const odds = house`,
  'src/exchange/seed.ts': `import { cast } from '../../tests/riverside/cast.ts'\nexport const seed = cast`,
  'tests/riverside/cast.ts': 'export const cast = 1',
}

describe('A breach of the order is found', () => {
  let folder: string
  let breaches: string[]
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tl-layers-'))
    for (const [path, text] of Object.entries(planted)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    breaches = (await readLayers(folder, ['src', 'tests'])).breaches
  })
  afterAll(() => rm(folder, { recursive: true }))

  test.each([
    'platform imports upward: src/platform/clock.ts -> src/people/contract.ts',
    'concerns goes around the door: src/concerns/concern.ts -> src/people/caregiver.ts',
    'leads nowhere: src/consent/given.ts -> ./gone.ts',
    'a module imports what puts the house together: src/concerns/raise.ts -> src/compose.ts',
    'a module without a place in the order: src/misc/odds.ts -> src/compose.ts',
    'a module knows the demo district: src/exchange/seed.ts -> tests/riverside/cast.ts',
  ])('%s', (breach) => {
    expect(breaches).toContain(breach)
  })

  test('two files that only share types are a circle too', () => {
    expect(breaches.filter((breach) => breach.startsWith('a circle: src/people/'))).toHaveLength(1)
  })

  test('a checker that read nothing fails', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'tl-layers-'))
    await mkdir(join(empty, 'src'))
    expect(faultsOf(await readLayers(empty, ['src']))).toEqual(['No module was read: the checker is blind'])
    await rm(empty, { recursive: true })
  })
})
