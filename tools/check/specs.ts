import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { floors as ours, type Project, projects as files } from './projects.ts'
import { run } from './run.ts'
import type { Finding, Step } from './step.ts'

/** The parts of vitest's JSON report that are read here. */
export type Report = {
  testResults: readonly { name: string; status: string; assertionResults: readonly { status: string }[] }[]
}

type Tally = { passed: number; failed: number }

/**
 * How many specs passed and failed. One that was skipped has failed, and so has a file that could not be read
 * or in which nothing was asked.
 */
export function tally({ testResults }: Report): Tally {
  const told = testResults.map(({ status, assertionResults }) => {
    const passed = assertionResults.filter((one) => one.status === 'passed').length
    const failed = assertionResults.length - passed
    const hollow = passed === 0 || status === 'failed'
    return { passed, failed: hollow ? Math.max(1, failed) : failed }
  })
  return {
    passed: told.reduce((sum, { passed }) => sum + passed, 0),
    failed: told.reduce((sum, { failed }) => sum + failed, 0),
  }
}

type Asked = Partial<Record<Project, readonly string[]>>

/** Files of the projects asked for that were not run, and projects that have lost files, one line each. */
export function missingFrom({ testResults }: Report, asked: Asked, floors = ours): string[] {
  const names = Object.keys(asked) as Project[]
  return names.flatMap((project) => {
    const expected = asked[project] ?? []
    const few = `${project} has ${expected.length} files of specs, at least ${floors[project]}`
    const unrun = expected.filter((file) => !testResults.some(({ name }) => name.endsWith(`/${file}`)))
    const lines = unrun.map((file) => `${file} was not run`)
    return expected.length < floors[project] ? [few, ...lines] : lines
  })
}

/** What a run came to: nothing may be missing from it, and it ends well only when nothing failed. */
function judge(report: Report, projects: readonly Project[]): Tally & { missing: string[] } {
  const { passed, failed } = tally(report)
  const missing = missingFrom(report, Object.fromEntries(projects.map((name) => [name, files[name]])))
  return { passed, failed: failed + missing.length, missing }
}

/** Slow specs wait for clocks, processes and restarts most of the time: two others work meanwhile. */
const workersFor = (projects: readonly Project[]) => (projects.includes('slow') ? ['--maxWorkers=3'] : [])

async function runProjects(projects: readonly Project[], seconds: number): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), 'tl-report-'))
  const file = join(folder, 'report.json')
  try {
    const chosen = [...projects.flatMap((project) => ['--project', project]), ...workersFor(projects)]
    const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file]
    const { ok, output } = await run('vitest/vitest.mjs', ['run', ...chosen, ...reporters], seconds)
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) return { ok: false, output: `${output}\nThe specs left no report`, failed: 1 }
    const { missing, ...counts } = judge(JSON.parse(text) as Report, projects)
    return { ok: ok && counts.failed === 0, output: [output, ...missing].join('\n'), ...counts }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs the specs of some projects of vitest.config.ts and counts them. */
export const specs = (name: string, projects: readonly Project[], seconds: number): Step => ({
  name,
  run: () => runProjects(projects, seconds),
})
