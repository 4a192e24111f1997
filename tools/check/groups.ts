import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../source.ts'
import { ensureBrowser } from './browser.ts'
import { measure } from './budgets.ts'
import { checkStatements } from './built-sql.ts'
import { checkLayers } from './layers.ts'
import { checkLockfile } from './lockfile.ts'
import { run } from './run.ts'
import { specs } from './specs.ts'
import { findUnused } from './unused.ts'
import { type Group, listing, type Step } from './step.ts'
import { checkWording } from './wording.ts'

const tool = (name: string, program: string, args: readonly string[]): Step => ({
  name,
  run: () => run(program, args, 180),
})

/** Keeps what it learned between runs; a clean clone starts without. */
const typesArgs = [
  '-p',
  'tsconfig.json',
  '--pretty',
  'false',
  '--incremental',
  '--tsBuildInfoFile',
  'node_modules/.cache/types.json',
]

/** Reads the sources alone: what was built before would stand in for them. */
const unused: Step = {
  name: 'unused',
  async run() {
    await rm(join(root, 'dist'), { recursive: true, force: true })
    return findUnused()
  },
}

/** What can be said without running the product. */
const reading: Group = {
  name: 'reading',
  atOnce: 2,
  steps: [
    tool('types', 'ts7/bin/tsc', typesArgs),
    tool('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '--format', 'unix']),
    tool('format', '@biomejs/biome/bin/biome', ['format', '--colors=off', '--reporter=summary', '.']),
    listing('layers', () => checkLayers()),
    listing('budgets', measure),
    unused,
    listing('lockfile', checkLockfile),
    listing('wording', checkWording),
    listing('statements', checkStatements),
  ],
}

const quick: Group = { name: 'running', atOnce: 1, steps: [specs('specs', ['pure', 'database'], 900)] }

const building: Group = {
  name: 'building',
  atOnce: 2,
  steps: [
    listing('browser', () => ensureBrowser(console.log)),
    // This far nobody comes whose types are wrong.
    tool('build', 'tsx/dist/cli.mjs', ['tools/build.ts', '--types-known']),
  ],
}

/** Side by side: while one waits for a page, a process or a disk, the other has the machine. */
const everything: Group = {
  name: 'running',
  atOnce: 2,
  steps: [specs('journeys', ['journeys'], 1800), specs('specs', ['pure', 'database', 'slow'], 1800)],
}

/**
 * Everything, in the order in which it is worth knowing. `fast` leaves out the browser and the slow specs.
 */
export const groups = (fast: boolean): readonly Group[] =>
  fast ? [reading, quick] : [reading, building, everything]
