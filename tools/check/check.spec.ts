import { describe, expect, test } from 'vitest'
import { inexact, unlocked } from './lockfile.ts'
import { floors as ours, type Project, projects } from './projects.ts'
import { missingFrom, type Report, tally } from './specs.ts'
import { type Group, listing, type Result, runGroups, type Step } from './step.ts'

const quiet = () => undefined
const counting = (name: string, passed: number, failed: number): Step => ({
  name,
  run: async () => ({ ok: failed === 0, output: '', passed, failed }),
})
const group = (...steps: Step[]): Group => ({ name: 'group', atOnce: 2, steps })

describe('Running groups of steps', () => {
  test('adds up the specs of every group', async () => {
    const groups = [
      group(listing('types', () => [])),
      group(counting('specs', 40, 0), counting('journeys', 2, 0)),
    ]
    expect(await runGroups(groups, quiet)).toEqual({ passed: 42, failed: 0 })
  })

  test('tells of every failure in a group, and does not enter the next one', async () => {
    const told: string[] = []
    const tell = ({ name, ok, output }: Result) => told.push(`${name} ${ok} ${output}`)
    const first = group(
      listing('types', () => ['a', 'b']),
      listing('lint', () => []),
      listing('wording', () => ['c']),
    )
    expect(await runGroups([first, group(counting('specs', 40, 0))], tell)).toEqual({ passed: 0, failed: 2 })
    expect(told.sort()).toEqual(['lint true ', 'types false a\nb', 'wording false c'])
  })

  test('a step that breaks has failed, and says how', async () => {
    const told: Result[] = []
    const broken = listing('layers', () => Promise.reject(new Error('no such folder')))
    expect(await runGroups([group(broken)], (result) => told.push(result))).toEqual({ passed: 0, failed: 1 })
    expect(told[0]?.output).toContain('no such folder')
  })

  test('a run that failed never counts zero', async () => {
    const silent: Step = {
      name: 'specs',
      run: async () => ({ ok: false, output: 'out of memory', passed: 3, failed: 0 }),
    }
    expect(await runGroups([group(silent)], quiet)).toEqual({ passed: 3, failed: 1 })
  })

  test('no more steps run at once than the group allows', async () => {
    const running = { now: 0, most: 0 }
    const step = (name: string): Step => ({
      name,
      async run() {
        running.most = Math.max(running.most, ++running.now)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running.now--
        return { ok: true, output: '' }
      },
    })
    await runGroups([group(...['a', 'b', 'c', 'd', 'e'].map(step))], quiet)
    expect(running.most).toBe(2)
  })
})

describe('Counting specs', () => {
  const report = (status: string, ...assertions: string[]): Report['testResults'][number] => ({
    name: '/here/src/a.spec.ts',
    status,
    assertionResults: assertions.map((one) => ({ status: one })),
  })
  const counted = (...testResults: Report['testResults']) => tally({ testResults })

  test('a file that could not be read counts as one that failed', () => {
    const results = [report('passed', 'passed'), report('failed', 'passed', 'failed'), report('failed')]
    expect(counted(...results)).toEqual({ passed: 2, failed: 2 })
  })

  test.each(['pending', 'skipped', 'todo', 'disabled'])('one that is %s has failed', (status) => {
    expect(counted(report('passed', 'passed', status))).toEqual({ passed: 1, failed: 1 })
  })

  test('a file in which nothing is asked has failed', () => {
    expect(counted(report('passed'))).toEqual({ passed: 0, failed: 1 })
  })

  test('a file that ends badly after its specs have passed counts as one that failed', () => {
    expect(counted(report('failed', 'passed'))).toEqual({ passed: 1, failed: 1 })
  })
})

describe('Specs that are not there', () => {
  const floors = { pure: 2, database: 1, slow: 1, journeys: 1 }
  const ran = (...files: string[]): Report => ({
    testResults: files.map((file) => ({ name: `/here/${file}`, status: 'passed', assertionResults: [] })),
  })
  const pure = ['src/a.spec.ts', 'src/b.spec.ts']

  test('nothing is missing when every file of the projects asked for was run', () => {
    expect(missingFrom(ran(...pure), { pure }, floors)).toEqual([])
  })

  test('a file that was not run is named', () => {
    expect(missingFrom(ran('src/a.spec.ts'), { pure }, floors)).toEqual(['src/b.spec.ts was not run'])
  })

  test('a run that found no files at all is told of, in every project', () => {
    expect(missingFrom(ran(), { pure: [], journeys: [] }, floors)).toEqual([
      'pure has 0 files of specs, at least 2',
      'journeys has 0 files of specs, at least 1',
    ])
  })

  test('no floor is higher than what is there, nor so low that many may vanish', () => {
    for (const [project, files] of Object.entries(projects)) {
      const floor = ours[project as Project]
      expect(floor, project).toBeLessThanOrEqual(files.length)
      expect(floor, project).toBeGreaterThan(files.length * 0.8)
    }
  })
})

describe('Packages', () => {
  test('one that nothing vouches for is found, and one bound to a registry', () => {
    const integrity = 'sha512-abc'
    const packages = {
      '': {},
      'node_modules/a': { integrity },
      'node_modules/b': {},
      'node_modules/c': { integrity: 'sha1-abc' },
      'node_modules/d': { integrity, resolved: 'https://registry.example/d.tgz' },
      'node_modules/e': { optional: true, os: [process.platform], cpu: [process.arch] },
      'node_modules/f': { optional: true, os: ['aix'], cpu: [process.arch] },
    }
    expect(unlocked({ packages }).map((line) => line.split(' ')[0])).toEqual([
      'node_modules/b',
      'node_modules/c',
      'node_modules/d',
      'node_modules/e',
    ])
  })

  test('a version that is not exact is found', () => {
    const dependencies = { a: '1.2.3', b: '^1.2.3', c: 'npm:x@2.0.0-beta.1', d: 'latest' }
    expect(inexact({ dependencies }).map((line) => line.split(' ')[0])).toEqual(['b', 'd'])
  })
})
