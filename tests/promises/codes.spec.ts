import { beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '#access/act.ts'
import { type Exported, exportsOf, moduleOf, productFiles } from '../../tools/draw/modules.ts'
import { read } from '../../tools/source.ts'
import { type Codes, readCodes, wordless } from './codes.ts'

const planted = {
  'src/planted.ts': `
    import { z } from 'zod'
    import { act, done, refused } from '#access/act.ts'
    export type ObstacleToPlanting = 'too_dry' | 'too_late'
    export const plant = act({
      name: 'specs/plant', by: ['teacher'], given: z.object({ dry: z.boolean() }),
      async do(unit, { dry }) {
        unit.permit(true)
        if (dry) return refused(['too_dry'])
        return Math.random() > 1 ? done({}) : refused(['too_late'])
      },
    })`,
}

type Say = { (code: string): string; has(code: string): boolean }

let acts: Codes[]
let obstacles: Codes[]
let loaded: Exported[]
let catalogs: { module: string; say: Say }[]
beforeAll(async () => {
  ;({ acts, obstacles } = readCodes(planted))
  loaded = await exportsOf([...new Set(acts.map(({ file }) => file))].filter((file) => !(file in planted)))
  const isCatalog = ({ file, name }: Exported) =>
    new RegExp(`export const ${name} = (?:family)?[cC]atalog`).test(read(file))
  const worded = (await exportsOf(productFiles(/= (?:family)?[cC]atalog/))).filter(isCatalog)
  // A catalog is asked for its language first; some modules export it already speaking.
  const speaking = (value: unknown) =>
    ('has' in (value as object) ? value : (value as () => unknown)()) as Say
  catalogs = worded.map(({ file, value }) => ({ module: moduleOf(file), say: speaking(value) }))
}, 120_000)

const isPlanted = ({ file }: Codes) => file in planted
const actOf = ({ file, name }: Codes) =>
  loaded.find((each) => each.file === file && each.name === name)?.value as Act

/** Says a code with the catalogs of the module that judges, as its pages and acts do. */
const inModule = ({ file }: Codes) => ({
  says: (code: string) =>
    catalogs.some(
      ({ module, say }) => module === moduleOf(file) && (say.has(code) || say.has(`obstacle_${code}`)),
    )
      ? 'words'
      : code,
})

describe('Codes', () => {
  test('whatever an act refuses with is said in words, so that nobody reads a code', () => {
    const own = acts.filter((each) => !isPlanted(each))
    expect(own.length).toBeGreaterThan(60)
    expect(own.flatMap(({ codes }) => codes).length).toBeGreaterThan(150)
    expect(own.flatMap((each) => wordless(each, actOf(each)))).toEqual([])
  })

  test('whatever a rule finds in the way has words in its module', () => {
    const own = obstacles.filter((each) => !isPlanted(each))
    expect(own.length).toBeGreaterThan(20)
    expect(own.flatMap((each) => wordless(each, inModule(each)))).toEqual([])
  })

  test('a code without words would be noticed, in an act and in a rule, and so would one that could be anything', () => {
    const [act] = acts.filter(isPlanted)
    const mute = { says: (code: string) => code }
    expect(wordless(act as Codes, mute).toSorted()).toEqual([
      'plant in src/planted.ts: too_dry',
      'plant in src/planted.ts: too_late',
    ])
    const [obstacle] = obstacles.filter(isPlanted)
    expect(wordless(obstacle as Codes, inModule(obstacle as Codes)).toSorted()).toEqual([
      'ObstacleToPlanting in src/planted.ts: too_dry',
      'ObstacleToPlanting in src/planted.ts: too_late',
    ])
    expect(wordless({ file: 'a.ts', name: 'a', codes: [], closed: false }, mute)).toEqual([
      'a in a.ts: any text',
    ])
  })
})
