import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'
import type { Finding, Step } from './step.ts'

/** The parts of vitest's JSON report that are read here. */
export type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[]
}

/** How many specs passed and failed. A file that could not be read counts as one that failed. */
export function tally({ numPassedTests, numFailedTests, testResults }: Report): {
  passed: number
  failed: number
} {
  const unread = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + unread.length }
}

async function runProjects(projects: readonly string[], seconds: number): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), 'tl-report-'))
  const file = join(folder, 'report.json')
  try {
    const chosen = projects.flatMap((project) => ['--project', project])
    const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file]
    const args = ['run', '--passWithNoTests', ...chosen, ...reporters]
    const { ok, output } = await run('vitest/vitest.mjs', args, seconds)
    const report = await readFile(file, 'utf8').catch(() => undefined)
    if (report === undefined) return { ok: false, output: `${output}\nThe specs left no report`, failed: 1 }
    return { ok, output, ...tally(JSON.parse(report) as Report) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs the specs of some projects of vitest.config.ts and counts them. */
export const specs = (name: string, projects: readonly string[], seconds: number): Step => ({
  name,
  run: () => runProjects(projects, seconds),
})
