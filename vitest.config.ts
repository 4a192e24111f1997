import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { needsServer, projects } from './tools/check/projects.ts'

// Only our own condition and node's: vitest hands these to node, where `import` would disturb require().
const conditions = ['source', 'node']
const resolve = { conditions, externalConditions: ['source'] }

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
    include: projects.journeys,
    globalSetup: [...setup.globalSetup, 'tests/journeys/support/assets-setup.ts'],
  },
}

// A long file that begins last is waited for alone. A clean clone has no times of an earlier run to sort by.
const longest = [
  'every-page.journey.ts',
  'happy-loop.journey.ts',
  'timing.slow.spec.ts',
  'timers.slow.spec.ts',
  'command-line.slow.spec.ts',
  '.slow.spec.ts',
]

/** Begins with the files that are known to take long. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const long = longest.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(name)))
    return [...new Set([...long, ...sorted])]
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
      project('pure', projects.pure),
      project('database', projects.database),
      project('slow', projects.slow),
      journeys,
    ],
  },
})
