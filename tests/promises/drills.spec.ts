import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startIncident } from '#crisis/start-incident.ts'
import { drillIds } from '../support/drill-ids.ts'
import { agencyStory } from '../support/agency-story.ts'
import { tablesOf } from './rows.ts'

/** Files that speak of drills in SQL though they are not of the module that keeps them. */
async function readingDrills(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('.spec.') && !name.startsWith('drills/'),
  )
  const found = await Promise.all(
    names.map(async (name) => (speaksOfDrills(await readFile(join(folder, name), 'utf8')) ? [name] : [])),
  )
  return found.flat()
}
const speaksOfDrills = (text: string): boolean => /\b(?:from|join|into|update)\s+crisis_drill\w*/.test(text)

/** Tables a drill may leave something in: its own, and what says who did what and was told of a finding. */
const ofDrills = new Set([
  'audit_event',
  'crisis_drill',
  'crisis_drill_finding',
  'crisis_drill_part',
  'crisis_team_member',
  'crisis_team_credit',
  'data_key',
  'notice',
])

type Story = Awaited<ReturnType<typeof agencyStory>>
let story: Story
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-13T16:30:00Z' })
})
afterAll(() => story.close())

/** Everything every other table holds, as text: nothing of it changes by a drill. */
async function elsewhere(): Promise<Map<string, string>> {
  const held = new Map<string, string>()
  for (const table of await tablesOf(story.admin)) {
    if (ofDrills.has(table)) continue
    const { rows } = await story.admin.query<{ all: string }>(
      `select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as all from ${table} t`,
    )
    held.set(table, rows[0]?.all ?? '')
  }
  return held
}
const differing = (one: Map<string, string>, other: Map<string, string>) =>
  [...one.keys()].filter((table) => one.get(table) !== other.get(table))

describe('A crisis drill', () => {
  test('is in no list, no count, no rule and no alert: nothing but its own module ever reads one', async () => {
    // Inside a timed drill the live incident reads who takes part in it, and goes in by that alone.
    expect((await readingDrills('src')).toSorted()).toEqual(['crisis/drill-wall-store.ts', 'crisis/store.ts'])
    expect(speaksOfDrills('select count(*) from crisis_drill r join school c')).toBe(true)
    expect(speaksOfDrills('insert into crisis_drill_part (district_id)')).toBe(true)
  })

  test('leaves every other table as it was, from planning to what it showed', async () => {
    const before = await elsewhere()
    expect(before.size).toBeGreaterThan(60)
    await drillIds(story)
    expect(differing(before, await elsewhere())).toEqual([])
    const { rows } = await story.admin.query('select id from crisis_drill where completed_at is not null')
    expect(rows).toHaveLength(1)
  })

  test('tells nobody of a crisis, and an incident that is none would be noticed here', async () => {
    const told = await story.admin.query(`select from notice where kind like 'crisis.%'`)
    expect(told.rows).toEqual([])
    const before = await elsewhere()
    story.must(await startIncident.perform(story.being('joan'), {}))
    expect(differing(before, await elsewhere())).toContain('crisis_incident')
  })
})
