import { spawnSync } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { filesLike, root } from './source.ts'

/**
 * Files the product reads while it runs or its assets are made of: SQL, style sheets, pictures, and what
 * browsers run. Everything else is compiled.
 */
const carried = [
  'database/**/*.sql',
  'src/**/*.{css,svg,png,woff2,json,txt,csv}',
  'src/design/scripts/**/*.ts',
  'tests/riverside/**/*.{json,txt,csv}',
]

/** Whoever asked about the types just before need not wait for the same answer. What is built is the same. */
const typesAreKnown = process.argv.includes('--types-known')

function compile() {
  const compiler = join(root, 'node_modules', 'ts7', 'bin', 'tsc')
  const args = ['-p', 'tsconfig.build.json', ...(typesAreKnown ? ['--noCheck'] : [])]
  const { status } = spawnSync(process.execPath, [compiler, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('The compiler found something to put right first')
}

async function carry() {
  for (const file of filesLike(carried)) await cp(join(root, file), join(root, 'dist', file))
}

/** From the compiled code, so that what is built is what was compiled. */
async function makeAssets() {
  const compiled = new URL('../dist/src/design/assets.js', import.meta.url)
  const { buildAssets } = (await import(compiled.href)) as { buildAssets(outDir: string): Promise<void> }
  await buildAssets(join(root, 'dist', 'assets'))
}

try {
  const from = performance.now()
  await rm(join(root, 'dist'), { recursive: true, force: true })
  compile()
  await carry()
  await makeAssets()
  console.log(`Built in ${((performance.now() - from) / 1000).toFixed(1)} s`)
} catch (error) {
  console.error(`Not built: ${(error as Error).message}`)
  process.exitCode = 1
}
