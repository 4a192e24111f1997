import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#access/doer.ts'
import { openRecords } from '#coordination/lost-store.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { house } from '../../src/compose.ts'
import { type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { riversideId } from '../riverside/places.ts'
import { agencyStory } from '../support/agency-story.ts'
import { drillIds } from '../support/drill-ids.ts'
import { begun, type Walk, walked } from '../support/drill-walk.ts'
import { tablesOf } from './rows.ts'

/** What says who did what: everything that happens stands there, a drill as a drill. */
const ofTheTrail = ['audit_event', 'data_key']
/** What of a table is a drill's own, and says so in itself. */
const theirOwn: Record<string, string> = {
  crisis_drill: 'true',
  crisis_drill_finding: 'true',
  crisis_drill_part: 'true',
  crisis_incident: 'drill_id is not null',
  crisis_entry: 'drill_id is not null',
  crisis_alert: 'drill_id is not null',
  notice: `kind like 'drill.%'`,
  message: `cause = 'drill.told'`,
}
/** People who take no part: school staff, an agency, and two of a family. */
const others = [
  'daniel',
  'helen',
  'ines',
  'maya',
  'marcus',
  'lucia',
  'yolanda',
  'karen',
  'noor',
  'carmen',
] as const
/** Where a drill is to be read: its own list, and what was done by whom. */
const speaksOfDrills = ['/drills', '/access/trail']

type Story = Awaited<ReturnType<typeof agencyStory>>
let story: Story
/** Pages that tell who read a record: they change by being read here. */
let unsteady: ReadonlySet<string> = new Set()
const system = () => story.asSystem(riversideId)
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-13T20:30:00Z' })
  await story.seen('sofia')
  // A drill that was held clears what its school owes: one at a table did so before.
  await drillIds(story)
  const once = await pagesElsewhere()
  unsteady = new Set(differing(once, await pagesElsewhere()))
}, 180_000)
afterAll(() => story.close())

/** Every row that is not a drill's own, as text. */
async function rowsElsewhere(): Promise<Map<string, string>> {
  const held = new Map<string, string>()
  for (const table of await tablesOf(story.admin)) {
    if (ofTheTrail.includes(table)) continue
    const { rows } = await story.admin.query<{ all: string }>(
      `select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as all from ${table} t
       where not (${theirOwn[table] ?? 'false'})`,
    )
    held.set(table, rows[0]?.all ?? '')
  }
  return held
}

/** What somebody reads on a page, as data; a refusal is read too. */
async function readBy(key: CastKey, screen: (typeof house.screens)[number], given: object): Promise<string> {
  try {
    return JSON.stringify(await screen.look.see(story.being(key), given))
  } catch (problem) {
    return String((problem as { code?: string }).code)
  }
}

/** Every page that needs nothing to be asked for, and those of a student, as each of them reads it. */
async function pagesElsewhere(): Promise<Map<string, string>> {
  const held = new Map<string, string>()
  for (const screen of house.screens) {
    const [first, more] = screen.address.match(/:\w+/g) ?? []
    if (more !== undefined || (first !== undefined && first !== ':studentId')) continue
    if (speaksOfDrills.includes(screen.address)) continue
    const given = first === undefined ? {} : { studentId: families.sofia.id }
    for (const key of others) held.set(`${key} ${screen.address}`, await readBy(key, screen, given))
  }
  const nightly = await inTransaction(system(), (tx) => openRecords(tx, story.clock.now()))
  // What a drill showed is owed by somebody real, whom the check looks after too.
  const beside = nightly.filter(({ type }) => type !== 'drill_finding')
  held.set('nightly check', JSON.stringify(beside))
  return held
}

const differing = (one: Map<string, string>, other: Map<string, string>) =>
  [...one.keys()].filter((each) => !unsteady.has(each) && one.get(each) !== other.get(each))

const aWalk: fc.Arbitrary<Walk> = fc.record({
  level: fc.constantFrom('low', 'moderate', 'high'),
  response: fc.constantFrom('crisis_line', 'mobile_crisis', 'stabilization', 'emergency_services'),
  result: fc.constantFrom('came', 'talked', 'on_the_way', 'could_not'),
  disposition: fc.constantFrom('home_with_caregiver', 'emergency_department', 'law_enforcement', 'other'),
  ends: fc.constantFrom('closed', 'stopped', 'called_off'),
})

describe('A timed drill in the live incident', () => {
  test('however it goes, changes no row but its own and no page of anybody beside it [R113]', {
    timeout: 180_000,
  }, async () => {
    const pages = await pagesElsewhere()
    const rows = await rowsElsewhere()
    expect(rows.size).toBeGreaterThan(60)
    expect(pages.size - unsteady.size).toBeGreaterThan(300)
    await fc.assert(
      fc.asyncProperty(aWalk, async (walk) => {
        await walked(story, walk, system())
        expect(differing(rows, await rowsElsewhere())).toEqual([])
      }),
      { numRuns: 8 },
    )
    await begun(story)
    expect(differing(rows, await rowsElsewhere()), 'while one runs').toEqual([])
    expect(differing(pages, await pagesElsewhere())).toEqual([])
  })

  test('without its wall the pages would show it, and a crisis that is none would be noticed', {
    timeout: 180_000,
  }, async () => {
    await begun(story)
    const pages = await pagesElsewhere()
    const rows = await rowsElsewhere()
    await story.admin.query(
      'create policy hole on crisis_incident for select to throughline_app using (drill_id is not null)',
    )
    const seen = differing(pages, await pagesElsewhere())
    await story.admin.query('drop policy hole on crisis_incident')
    expect(seen).toContain('nightly check')
    story.must(await startIncident.perform(story.being('joan'), {}))
    expect(differing(rows, await rowsElsewhere())).toContain('crisis_incident')
    expect(differing(pages, await pagesElsewhere())).toContain('daniel /crisis')
  })

  test('and nothing real is written inside it', async () => {
    const drillId = await begun(story)
    const inside = `begin; set local role throughline_app; set local app.district_id = '${riversideId}';
      set local app.side = 'school'; set local app.drill = '${drillId}'`
    await story.admin.query(inside)
    const { rows } = await story.admin.query('select id from crisis_incident')
    expect(rows).toEqual([{ id: drillId }])
    await expect(
      story.admin.query(`update crisis_incident set drill_id = null where id = '${drillId}'`),
    ).rejects.toThrow('row-level security')
    await story.admin.query('rollback')
  })
})
