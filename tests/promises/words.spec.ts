import { beforeAll, describe, expect, test } from 'vitest'
import { type Named, readLifecycles } from '../../tools/draw/lifecycles.ts'
import { type Exported, exportsOf, moduleOf, productFiles } from '../../tools/draw/modules.ts'
import { read } from '../../tools/source.ts'

type Speaking = { has(key: string): boolean }

let lifecycles: Named[]
let catalogs: Exported[]
beforeAll(async () => {
  lifecycles = await readLifecycles()
  catalogs = (await exportsOf(productFiles(/[sS]tateWords = /))).filter(({ name }) =>
    /[sS]tateWords$/.test(name),
  )
})

/** States for which no catalog of states of the module has a word. */
function speechless({ module, lifecycle }: Named, among: readonly Exported[]): string[] {
  const said = among
    .filter(({ file }) => moduleOf(file) === module)
    .map(({ value }) => (value as () => Speaking)())
  return lifecycle.states.filter((state) => !said.some((say) => say.has(state)))
}

/** An act that can refuse, and does not say in which words. */
const mute = (text: string) =>
  /= act\(/.test(text) && /\brefused\(/.test(text) && !/\brefusals(?::|,)/.test(text)

describe('Words', () => {
  test('every state of every record has a word for people', () => {
    const missing = lifecycles.flatMap((one) =>
      speechless(one, catalogs).map((state) => `${one.table}: ${state}`),
    )
    expect(missing).toEqual([])
  })

  test('an act that can refuse has words for its refusals', () => {
    expect(productFiles(/= act\(/).filter((file) => mute(read(file)))).toEqual([])
  })

  test('a state without a word, and an act that refuses in codes, would be noticed', () => {
    const planted = lifecycles[0] as Named
    expect(speechless(planted, [])).toEqual(planted.lifecycle.states)
    expect(mute(`export const open = act({ do: () => refused(['shut']) })`)).toBe(true)
    expect(mute(`export const open = act({ refusals: words, do: () => refused(['shut']) })`)).toBe(false)
  })
})
