import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { moduleFiles, withRank } from './new/module-files.ts'
import { kebab } from './new/names.ts'
import { writeNew } from './new/write.ts'
import { root } from './source.ts'

const usage =
  'node --conditions=source --import tsx tools/new-module.ts transport "How families get there." --after handoffs'

/** Writes the files a module begins with, and gives it its place in the order of the modules. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { after: { type: 'string' } },
    allowPositionals: true,
  })
  const [typed, sentence] = positionals
  const name = kebab(typed, 'A module')
  if (sentence === undefined) throw new Error('Say in one sentence what the module is for')
  const ranks = join(root, 'tools', 'check', 'ranks.ts')
  const extended = withRank(await readFile(ranks, 'utf8'), name, values.after)
  await writeNew(root, moduleFiles(name, sentence))
  await writeFile(ranks, extended)
}

try {
  await main()
} catch (error) {
  console.error(`${(error as Error).message}\n${usage}`)
  process.exitCode = 1
}
