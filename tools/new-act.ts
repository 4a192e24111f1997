import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actFiles, withTrace } from './new/act-files.ts'
import { kebab } from './new/names.ts'
import { writeNew } from './new/write.ts'
import { root } from './source.ts'

const usage =
  'node --conditions=source --import tsx tools/new-act.ts referrals/release-referral referral.released'

/** Writes an act that refuses everybody, its spec, and its line in the catalogue of traces. */
async function main([path = '', trace = '']: readonly string[]): Promise<void> {
  const [module, name] = path.split('/')
  const given = { module: kebab(module, 'A module'), name: kebab(name, 'An act'), trace }
  if (!/^[a-z_]+\.[a-z_]+$/.test(trace))
    throw new Error('The trail calls an act noun.past, for example referral.released')
  const words = join(root, 'src', given.module, 'words.ts')
  const extended = withTrace(await readFile(words, 'utf8'), given)
  await writeNew(root, actFiles(given))
  await writeFile(words, extended)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(`${(error as Error).message}\n${usage}`)
  process.exitCode = 1
}
