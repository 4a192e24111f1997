import { beforeAll, describe, expect, test } from 'vitest'
import { type Deed, deedsOfTheFiles } from '../../tools/draw/deeds.ts'
import { productFiles } from '../../tools/draw/modules.ts'
import { mountedAddresses } from '../../tools/draw/mounted.ts'
import { read } from '../../tools/source.ts'

type File = { file: string; text: string }

/** Names under which a file exports acts. */
const exportedBy = (text: string): string[] =>
  [...text.matchAll(/export const (\w+)(?::[^=]+)? = act[<(]/g)].map((found) => found[1] as string)

/**
 * Acts that nobody comes to: no address has them behind it, and no job, command, reaction or other act
 * carries them out.
 */
function unreached(acts: readonly Deed[], behind: ReadonlySet<string>, files: readonly File[]): string[] {
  const performs = new RegExp(`\\b(\\w+)\\s*\\.perform\\(`, 'g')
  const asked = new Set(files.flatMap(({ text }) => [...text.matchAll(performs)].map((found) => found[1])))
  const texts = new Map(files.map(({ file, text }) => [file, text]))
  return acts
    .filter(({ name }) => !behind.has(name))
    .filter(({ file = '' }) => !exportedBy(texts.get(file) ?? '').some((name) => asked.has(name)))
    .map(({ name }) => name)
}

let acts: Deed[]
let behind: Set<string>
let files: File[]
beforeAll(async () => {
  acts = (await deedsOfTheFiles()).filter(({ kind }) => kind === 'act')
  behind = new Set((await mountedAddresses()).map((address) => address.behind))
  files = productFiles(/./).map((file) => ({ file, text: read(file) }))
})

describe('An act', () => {
  test('is reached: by an address, a job, a command or a reaction', () => {
    expect(unreached(acts, behind, files)).toEqual([])
    expect(acts.length).toBeGreaterThan(60)
  })

  test('that nobody comes to is noticed, and one that a job carries out is not', () => {
    const planted: Deed = { kind: 'act', name: 'x/plant', by: [], file: 'src/x/plant.ts' }
    const own = { file: 'src/x/plant.ts', text: `export const plant = act({ name: 'x/plant' })` }
    const job = { file: 'src/x/jobs.ts', text: 'run: (doer) => plant.perform(doer, {})' }
    expect(unreached([planted], new Set(), [own])).toEqual(['x/plant'])
    expect(unreached([planted], new Set(['x/plant']), [own])).toEqual([])
    expect(unreached([planted], new Set(), [own, job])).toEqual([])
  })
})
