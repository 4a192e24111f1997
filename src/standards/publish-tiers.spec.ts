import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { lookTiers } from './look-tiers.ts'
import { publishTiers } from './publish-tiers.ts'
import { modelInForce } from './store.ts'
import { heldTiers } from './tiers-given.ts'
import type { Criterion, Tiers } from './tiers.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const inForce = (at = world.clock.now()) =>
  world.db.transaction(
    scopeOf(actorOf('maya')),
    async (tx) => (await modelInForce(tx, at)).tiers as { version: number; body: Tiers; sample: boolean },
  )
/** The last version, which may be waiting for its day. */
const last = async () => {
  const { rows } = await world.admin.query(`select max(version) as last from standard where kind = 'tiers'`)
  return String(rows[0]?.last)
}
const given = async (change: Record<string, string> = {}) => ({
  ...heldTiers((await inForce()).body),
  version: await last(),
  inForceOn: '2026-10-13',
  decision: 'Board of October 12',
  ...change,
})
const publish = async (change: Record<string, string> = {}, by: 'yolanda' | 'daniel' | 'maya' = 'yolanda') =>
  publishTiers.perform(world.being(by), await given(change))
const tier = async (number: 1 | 2 | 3) => (await inForce()).body.tiers[number - 1]

describe('The tiers of a district', () => {
  test('are said anew by the district head, in words of the district, for every school alike [R011]', async () => {
    const services = 'Skill groups\nA quiet room\n'
    const outcome = await publish({ name2: 'Tier 2: a little more', services2: services })
    expect(outcome).toMatchObject({ done: true, result: { version: 2 } })
    expect(await inForce()).toMatchObject({ version: 2, sample: false })
    expect(await tier(2)).toMatchObject({
      name: 'Tier 2: a little more',
      services: ['Skill groups', 'A quiet room'],
    })
    expect(await world.trail()).toContain('district_head: standard.published')
  })

  test('keep the code of a criterion that is reworded, and of one that is taken out', async () => {
    const { entry } = (await tier(3)) as Tiers['tiers'][number]
    const [first, second] = entry as [Criterion, Criterion, ...Criterion[]]
    const listed = `${first.code}: Said in other words.\nA new way in.`
    expect((await publish({ entry3: listed })).done).toBe(true)
    const now = ((await tier(3)) as Tiers['tiers'][number]).entry
    expect(now).toContainEqual({ code: first.code, text: 'Said in other words.', inUse: true })
    expect(now).toContainEqual({ code: 'tier_3_in_1', text: 'A new way in.', inUse: true })
    expect(now).toContainEqual({ code: second.code, text: second.text, inUse: false })
  })

  test('never take the code of another criterion', async () => {
    expect((await publish({ exit2: 'everyone: Words that look like a code.' })).done).toBe(true)
    expect(((await tier(2)) as Tiers['tiers'][number]).exit).toContainEqual({
      code: 'tier_2_out_1',
      text: 'everyone: Words that look like a code.',
      inUse: true,
    })
  })

  test('change on the day that was chosen, and not before', async () => {
    const { version } = await inForce()
    expect((await publish({ inForceOn: '2026-11-02', name1: 'Tier 1: all of us' })).done).toBe(true)
    expect((await inForce()).version).toBe(version)
    expect(await inForce(new Date('2026-11-02T08:00:00Z'))).toMatchObject({ version: version + 1 })
  })

  test('are not backdated, nor slipped in before a version that is waiting, nor left without a way in', async () => {
    expect(await publish({ inForceOn: '2026-10-12' })).toEqual({
      done: false,
      because: ['in_the_past', 'before_the_last'],
    })
    const long = 'x'.repeat(301)
    await expect(publish({ inForceOn: '2026-11-02', exit1: long })).rejects.toMatchObject({
      code: 'not_valid',
      because: [{ code: 'not_well_formed', field: 'exit1' }],
    })
  })

  test('are nobody’s to change but the district’s', async () => {
    for (const by of ['daniel', 'maya'] as const)
      await expect(publish({}, by)).rejects.toEqual(new Problem('not_allowed'))
    await expect(lookTiers.see(world.being('maya'), {})).rejects.toEqual(new Problem('not_allowed'))
  })

  test('are edited on a page that works without scripts and says what was wrong, with the words kept', async () => {
    const pages = await pagesOf(world)
    expect((await pages.get('yolanda', '/standards/tiers')).html).toContain('href="/standards/tiers/new"')
    expect((await pages.get('maya', '/standards/tiers')).html).not.toContain('href="/standards/tiers/new"')
    expect((await pages.get('yolanda', '/standards/tiers/new')).html).toContain('Said in other words.')
    const late = await pages.post('yolanda', '/standards/tiers', await given({ name3: 'Tier 3: kept' }))
    expect(late.status).toBe(409)
    expect(late.html).toContain('Tier 3: kept')
    expect(late.html).toContain('Another version begins later than this.')
    expect(late.html).toMatch(/name="inForceOn"[^>]*aria-invalid="true"/)
    const sent = await pages.post(
      'yolanda',
      '/standards/tiers',
      await given({ inForceOn: '2026-11-02', name3: 'Tier 3: kept' }),
    )
    expect(sent).toMatchObject({ status: 303, location: '/standards/tiers' })
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
