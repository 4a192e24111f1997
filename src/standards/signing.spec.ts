import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '#access/act.ts'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf, cast, type CastKey } from '#tests/riverside/cast.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { approveSample } from './approve-sample.ts'
import { lookProposal } from './look-proposal.ts'
import { lookStandard } from './look-standards.ts'
import { publishEdited } from './publish-edited.ts'
import { publishSigned } from './publish-signed.ts'
import { signProposal } from './sign-proposal.ts'
import { modelInForce } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const agencies = ['noor', 'farah', 'elliot'] as const satisfies readonly CastKey[]
const inForce = () =>
  world.db.transaction(
    scopeOf(actorOf('noor')),
    async (tx) => (await modelInForce(tx, world.clock.now())).crisis,
  )
const decision = 'Board of October 12'
const edited = (by: CastKey, body: object) =>
  publishEdited.perform(world.being(by), {
    kind: 'crisis',
    version: '1',
    inForceOn: '2026-10-13',
    decision,
    body,
  })
const idOf = (outcome: Outcome<{ id: string }, string>) => (outcome.done ? outcome.result.id : '')
const sign = (proposalId: string, by: CastKey) => signProposal.perform(world.being(by), { proposalId })
const publish = (proposalId: string) => publishSigned.perform(world.being('yolanda'), { proposalId })

describe('The one crisis standard of a district', () => {
  test('is changed by nobody at a school: there is no variant of one [R095]', async () => {
    for (const key of ['ruth', 'lucia', 'marcus', 'daniel'] as const) {
      await expect(edited(key, { checkEveryMinutes: '20' })).rejects.toEqual(new Problem('not_allowed'))
    }
    const { rows } = await world.admin.query(
      `select column_name from information_schema.columns
       where table_name in ('standard', 'standard_proposal') and column_name like '%school%'`,
    )
    expect(rows).toEqual([])
  })

  test('comes in force when every agency signed it, and not before [R095]', async () => {
    const proposalId = idOf(await edited('yolanda', { checkEveryMinutes: '20' }))
    expect((await inForce()).version).toBe(1)
    for (const [at, key] of agencies.entries()) {
      expect(await publish(proposalId), `${at} signatures`).toEqual({
        done: false,
        because: ['signatures_missing'],
      })
      expect(await sign(proposalId, key)).toMatchObject({ done: true })
      expect(await sign(proposalId, key)).toEqual({ done: false, because: ['signed_already'] })
    }
    expect(await publish(proposalId)).toMatchObject({ done: true })
    expect(await inForce()).toMatchObject({ version: 2, sample: false, body: { checkEveryMinutes: 20 } })
    expect(await publish(proposalId)).toEqual({ done: false, because: ['published_already'] })
    const { signing } = await lookStandard.see(world.being('daniel'), { kind: 'crisis' })
    expect(signing?.signatures.map(({ signedBy }) => signedBy).sort()).toEqual(
      agencies.map((key) => cast[key].name).sort(),
    )
  })

  test('keeps the policies as a register: version, who approved them, when they are looked at again, and which is overdue [R115]', async () => {
    const { version, body } = await inForce()
    expect(version).toBe(2)
    expect(body.policies.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['mandatory_reporting', 'reentry_after_suicide_threat']),
    )
    const pages = await pagesOf(world)
    const register = async () => (await pages.get('daniel', '/standards/crisis')).html
    const now = world.clock.now()
    const html = await register()
    for (const { title } of body.policies) expect(html).toContain(title)
    for (const key of agencies) expect(html).toContain(cast[key].name)
    expect(html).toContain('Looked at again on 2027-06-30')
    expect(html).not.toContain('To be looked at again with every agency since')
    world.clock.set('2027-07-01T16:00:00Z')
    const late = await register()
    expect(late.match(/To be looked at again with every agency since/g)).toHaveLength(body.policies.length)
    world.clock.set(now)
    await pages.close()
  })

  test('an agency signs for itself and reads its own line; the school signs nothing [R095]', async () => {
    const { signing } = await lookStandard.see(world.being('noor'), { kind: 'crisis' })
    expect(signing?.signatures.map(({ signedBy }) => signedBy)).toEqual(['Noor Aziz'])
    const proposalId = signing?.inForceId as string
    await expect(sign(proposalId, 'yolanda')).rejects.toEqual(new Problem('not_allowed'))
    const seen = await lookProposal.see(world.being('noor'), { proposalId })
    expect(seen).toMatchObject({ maySign: false, publishing: undefined })
  })

  test('the database takes no version that was never proposed, whoever writes it; who signed is asked by the act', async () => {
    const unsigned = `insert into standard (district_id, id, kind, version, in_force_from, body, sample, decision, published_at)
      select district_id, gen_random_uuid(), 'crisis', 9, now(), body, false, 'None', now() from standard where kind = 'crisis' limit 1`
    await expect(world.admin.query(unsigned)).rejects.toThrow(/standard_check/)
  })

  test('what was proposed later counts: the one before is signed no more', async () => {
    const propose = () =>
      publishEdited.perform(world.being('yolanda'), {
        kind: 'crisis',
        version: '2',
        inForceOn: '2026-10-13',
        decision,
        body: { checkEveryMinutes: '25' },
      })
    const first = idOf(await propose())
    world.clock.set(new Date(world.clock.now().getTime() + 1000))
    const second = idOf(await propose())
    expect(await sign(first, 'noor')).toEqual({ done: false, because: ['outdated'] })
    for (const key of agencies) expect(await sign(second, key)).toMatchObject({ done: true })
    expect(await publish(first)).toEqual({ done: false, because: ['outdated', 'signatures_missing'] })
  })
})

describe('The sample that ships', () => {
  test('is a sample until agencies sign it: to approve it is to propose it, word for word [R095]', async () => {
    const fresh = await riverside()
    const pages = await pagesOf(fresh)
    const { html } = await pages.get('yolanda', '/standards/crisis')
    expect(html).toContain('Sample: not approved for use')
    expect(html).toContain('Nobody signed it')
    const given = { kind: 'crisis', version: '1', decision }
    const proposed = await approveSample.perform(fresh.being('yolanda'), given)
    expect(proposed).toMatchObject({ done: true, result: { version: 2 } })
    const after = await pages.get('noor', '/standards/crisis')
    expect(after.html).toContain('Version 2 is proposed.')
    const model = await fresh.db.transaction(scopeOf(actorOf('noor')), async (tx) =>
      modelInForce(tx, fresh.clock.now()),
    )
    expect(model.crisis).toMatchObject({ version: 1, sample: true })
    expect(pages.broken).toEqual([])
    await pages.close()
    await fresh.close()
  })
})
