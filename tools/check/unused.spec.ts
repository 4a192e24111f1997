import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../source.ts'
import { findUnused } from './unused.ts'

const planted = {
  'package.json': `{ "name": "planted", "type": "module", "scripts": { "start": "node src/main.ts" },
    "dependencies": { "left-over": "1.0.0" } }`,
  'src/main.ts': `import { taken } from './people/contract.ts'\nconsole.log(taken)`,
  'src/people/contract.ts': `export { taken, waiting, type Waiting } from './store.ts'`,
  'src/people/store.ts': `export const taken = 1\nexport const waiting = 2\nexport type Waiting = 3`,
  'src/people/words.ts': [
    `/** Read by name. @drawn */\nexport const traceWords = 4`,
    'export const unheardWords = 5',
  ].join('\n'),
  'src/people/forgotten.ts': 'export const forgotten = 6',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-unused-'))
  await mkdir(join(folder, 'src/people'), { recursive: true })
  await cp(join(root, 'knip.jsonc'), join(folder, 'knip.jsonc'))
  for (const [file, text] of Object.entries(planted)) await writeFile(join(folder, file), text)
})
afterAll(() => rm(folder, { recursive: true }))

describe('What nobody takes', () => {
  test('is found: a file, a package, what a door holds out, a type, a word', async () => {
    const { ok, output } = await findUnused(folder)
    expect(ok).toBe(false)
    for (const found of ['forgotten.ts', 'left-over', 'waiting', 'Waiting', 'unheardWords'])
      expect(output).toMatch(new RegExp(`^\\S*${found}\\b`, 'm'))
    for (const kept of ['taken', 'traceWords']) expect(output).not.toContain(kept)
  })
})
