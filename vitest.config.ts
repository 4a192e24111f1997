import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

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
