import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '#access/actor.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { approveSample } from './approve-sample.ts'
import type { Kind } from './kinds.ts'
import { publishEdited } from './publish-edited.ts'
import { publishSignals } from './publish-signals.ts'
import { publishTiers } from './publish-tiers.ts'
import { publishMinimumNecessary } from './publish-minimum-necessary.ts'
import { publishTriageStaff } from './publish-triage-staff.ts'
import { heldSignals } from './signals-given.ts'
import { modelInForce, type PublishedModel } from './store.ts'
import { heldTiers } from './tiers-given.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

/** The district head as a request sees her: at a revision, so that what is kept of the district is used. */
async function seen(): Promise<Actor> {
  const { rows } = await world.admin.query('select revision from district_revision')
  const actor = { ...actorOf('yolanda'), revision: Number(rows[0]?.revision ?? 0) }
  await world.db.transaction(scopeOf(actor), (tx) => modelInForce(tx, world.clock.now()))
  return actor
}
const model = (): Promise<PublishedModel> =>
  world.db.transaction(scopeOf(actorOf('yolanda')), (tx) => modelInForce(tx, world.clock.now()))
const versionsOf = async (kind: Kind) => {
  const asked = 'select version from standard where kind = $1 order by version'
  return (await world.admin.query(asked, [kind])).rows.map(({ version }) => Number(version))
}

const publishing = { inForceOn: '2026-10-13', decision: 'Board of October 12' }
const cleared = { clearedBy: 'Amal Reyes', clearedOn: '2026-10-09', reference: 'Legal file 2026-118' }
const packets = { dataClass: 'packets', for: [], because: 'Words of mine' } as const
type Attempt = (by: Actor) => Promise<{ done: boolean }>
type Case = readonly [kind: Kind, attempt: (now: PublishedModel) => Attempt]

const cases: readonly Case[] = [
  [
    'triage_staff',
    ({ triage_staff: { version } }) =>
      (by) =>
        publishTriageStaff.perform(world.as(by), { ...publishing, version, named: ['navigator'] }),
  ],
  [
    'minimum_necessary',
    ({ minimum_necessary: { version } }) =>
      (by) =>
        publishMinimumNecessary.perform(world.as(by), {
          ...publishing,
          ...packets,
          version,
          role: 'counselor',
        }),
  ],
  [
    'tiers',
    ({ tiers: { version, body } }) =>
      (by) =>
        publishTiers.perform(world.as(by), {
          ...heldTiers(body),
          ...publishing,
          version,
          name1: `Everybody ${version}`,
        }),
  ],
  [
    'signals',
    ({ signals: { version, body } }) =>
      (by) =>
        publishSignals.perform(world.as(by), {
          ...heldSignals(body),
          ...publishing,
          ...cleared,
          version,
          participation: `attended: Came ${version}`,
        }),
  ],
  [
    'handoff_rules',
    ({ handoff_rules: { version } }) =>
      (by) =>
        publishEdited.perform(world.as(by), {
          ...publishing,
          kind: 'handoff_rules',
          version,
          body: { rules: { to_brief_support: { caller: `Caller ${version}` } } },
        }),
  ],
  [
    'must_not',
    ({ must_not: { version } }) =>
      (by) =>
        approveSample.perform(world.as(by), { kind: 'must_not', version, decision: 'Board of October 12' }),
  ],
]

/** How attempts made at once came out: how many were done, and why the others were not. */
async function atOnce(attempts: readonly Promise<{ done: boolean }>[]) {
  const ends = await Promise.allSettled(attempts)
  return {
    done: ends.filter((end) => end.status === 'fulfilled' && end.value.done).length,
    others: [...new Set(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : [])))],
  }
}

describe('Publishing goes one after the other', () => {
  test.each(cases)('eight times the same at once is one version of %s', async (kind, attempt) => {
    const [by, before] = [await seen(), await versionsOf(kind)]
    const once = attempt(await model())
    const ends = await atOnce(Array.from({ length: 8 }, () => once(by)))
    expect(ends).toEqual({ done: 1, others: ['changed_meanwhile'] })
    expect(await versionsOf(kind)).toEqual([...before, before.length + 1])
  })

  test('several parts at once, each several times, are one version of each', async () => {
    const by = await seen()
    const some = cases.filter(([kind]) => ['tiers', 'signals', 'handoff_rules'].includes(kind))
    const now = await model()
    const ends = await atOnce(
      Array.from({ length: 4 }, () => some.map(([, attempt]) => attempt(now)(by))).flat(),
    )
    expect(ends).toEqual({ done: some.length, others: ['changed_meanwhile'] })
    for (const [kind] of some) expect((await versionsOf(kind)).at(-1)).toBe(now[kind].version + 1)
  })

  test('one code never comes to mean two texts, also when two lists were written at once', async () => {
    const { signals } = await model()
    const by = await seen()
    const add = (words: string) => {
      const { safety, participation } = heldSignals(signals.body)
      const given = { ...publishing, ...cleared, version: signals.version, participation }
      return publishSignals.perform(world.as(by), { ...given, safety: `${safety}\n${words}` })
    }
    const ends = await atOnce([add('Ring the lead'), add('Ring the family')])
    expect(ends).toEqual({ done: 1, others: ['changed_meanwhile'] })
    const texts = (await model()).signals.body.safety.filter(({ code }) => code === 'safety_1')
    expect(texts).toHaveLength(1)
  })
})

describe('A form made from an older version', () => {
  const stale: readonly [Kind, string, (now: PublishedModel) => Record<string, string>, string][] = [
    [
      'tiers',
      '/standards/tiers',
      ({ tiers }) => ({ ...heldTiers(tiers.body), name2: 'Words of mine' }),
      'Words of mine',
    ],
    [
      'signals',
      '/standards/signals',
      ({ signals }) => ({ ...heldSignals(signals.body), ...cleared, safety: 'Words of mine' }),
      'Words of mine',
    ],
    [
      'minimum_necessary',
      '/standards/minimum_necessary',
      () => ({ role: 'nurse', dataClass: packets.dataClass, because: packets.because }),
      'Words of mine',
    ],
    [
      'triage_staff',
      '/standards/triage_staff',
      () => ({ named: 'care_coordinator' }),
      'value="care_coordinator" checked',
    ],
    [
      'handoff_rules',
      '/standards/handoff_rules/versions',
      () => ({ 'body.rules.to_partner.tool': 'Words of mine' }),
      'Words of mine',
    ],
  ]
  test.each(stale)('%s: is refused with the words kept, and goes through once compared', async (...given) => {
    const [kind, url, typed, kept] = given
    const pages = await pagesOf(world)
    const now = await model()
    const form = { ...publishing, ...typed(now) }
    const older = String(now[kind].version - 1)
    const refused = await pages.post('yolanda', url, { ...form, version: older })
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Somebody else changed this while you had it open.')
    expect(refused.html).toContain(kept)
    expect(refused.html).toContain(`name="version" value="${now[kind].version}"`)
    expect((await versionsOf(kind)).at(-1)).toBe(now[kind].version)
    const again = await pages.post('yolanda', url, { ...form, version: String(now[kind].version) })
    expect(again.location).toBe(`/standards/${kind}`)
    expect((await versionsOf(kind)).at(-1)).toBe(now[kind].version + 1)
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
