import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Only our own condition and node's: vitest hands these to node, where `import` would disturb require().
const conditions = ['source', 'node']
const resolve = { conditions, externalConditions: ['source'] }

/** Specs that kill, restart or wait for real processes: left out of `npm run check`. */
const slowPatterns = [
  'src/platform/database/embedded*.spec.ts',
  'src/platform/database/binaries.spec.ts',
  '**/*.slow.spec.ts',
]
const patterns = ['src', 'tests/promises', 'tests/riverside', 'tools'].map(
  (folder) => `${folder}/**/*.spec.{ts,tsx}`,
)
const slow = globSync(slowPatterns, { exclude: ['**/node_modules/**', 'dist/**'] })
const quick = globSync(patterns).filter((file) => !slow.includes(file))

/** Promises, and specs that import from tests, may work on a database; the others need no server. */
const needsServer = (file: string) =>
  file.startsWith('tests/promises/') || /from '(?:#tests\/|.*\/support\/)/.test(readFileSync(file, 'utf8'))
const setup = { globalSetup: ['tests/support/global-setup.ts'] }
const project = (name: string, include: string[]) => ({
  extends: true as const,
  test: { name, include, ...(include.some(needsServer) && setup) },
})

/** Whole scenarios in a real browser: they need the server, and the sheets as they are now. */
const journeys = {
  extends: true as const,
  test: {
    name: 'journeys',
    include: ['tests/journeys/**/*.journey.ts'],
    globalSetup: [
      ...setup.globalSetup,
      'tests/journeys/support/assets-setup.ts',
      'tests/journeys/support/browser-setup.ts',
    ],
  },
}

// A long file that begins last is waited for alone. A clean clone has no times of an earlier run to sort by.
const longest = ['every-page.journey.ts', 'happy-loop.journey.ts', 'command-line.slow.spec.ts']

/** Begins with the files that are known to take long. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const long = longest.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(name)))
    return [...long, ...sorted.filter((file) => !long.includes(file))]
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve },
  // Where vitest loads the global setup.
  environments: { __vitest__: { resolve } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      project(
        'pure',
        quick.filter((file) => !needsServer(file)),
      ),
      project('database', quick.filter(needsServer)),
      project('slow', slow),
      journeys,
    ],
  },
})
