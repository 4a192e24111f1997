import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { fieldsOf } from '#tests/support/fields.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { publishEdited } from './publish-edited.ts'
import { modelInForce } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const inForce = async () =>
  world.db.transaction(
    scopeOf(actorOf('maya')),
    async (tx) => (await modelInForce(tx, world.clock.now())).time_standards,
  )
const publish = async (body: object) =>
  publishEdited.perform(world.being('yolanda'), {
    kind: 'time_standards',
    version: (await inForce()).version,
    inForceOn: '2026-10-13',
    decision: 'Board of October 12',
    body,
  })
const days = (amount: string) => ({ unit: 'school_days', amount })
const accepts = { step: 'not_accepted', tier: '3', limit: days('4') }

describe('The limit of a step for a tier', () => {
  test('is added for everybody in it or for high need alone, once for each', async () => {
    const { version } = await inForce()
    const high = { ...accepts, need: 'high_need', limit: { unit: 'minutes', amount: '240' } }
    expect((await publish({ add: { byTier: { 0: accepts, 1: high } } })).done).toBe(true)
    const own = { clock: 'not_accepted', tier: 3 }
    expect((await inForce()).body.byTier).toEqual([
      { code: `added_${version + 1}_1`, ...own, need: 'any', limit: { unit: 'school_days', amount: 4 } },
      { code: `added_${version + 1}_2`, ...own, need: 'high_need', limit: { unit: 'minutes', amount: 240 } },
    ])
    const again = await publish({ add: { byTier: { 0: { ...accepts, limit: days('2') } } } })
    expect(again).toEqual({ done: false, because: ['limit_twice'] })
    const looser = { step: 'assessment', tier: '2', limit: { unit: 'calendar_days', amount: '9' } }
    expect(await publish({ add: { byTier: { 0: looser } } })).toEqual({
      done: false,
      because: ['loosens_flat'],
    })
  })

  test('is whole: a step, a tier and how long', async () => {
    await expect(publish({ add: { byTier: { 0: { tier: '2' } } } })).rejects.toMatchObject({
      because: [
        { field: 'body.add.byTier.0.step', says: 'Choose a step' },
        { field: 'body.add.byTier.0.limit.unit', says: 'Choose what it is counted in' },
      ],
    })
  })

  test('is written on the form of times, shown with the others, and left out again', async () => {
    const pages = await pagesOf(world)
    const { html } = await pages.get('yolanda', '/standards/time_standards/new?list=byTier')
    const fields = fieldsOf(html)
    const at = 'body.add.byTier.0'
    const own = { [`${at}.step`]: 'silent', [`${at}.tier`]: '1', [`${at}.limit.unit`]: 'calendar_days' }
    const typed = { ...fields, ...own, decision: 'Board of October 13' }
    const refused = await pages.post('yolanda', '/standards/time_standards/versions', typed)
    expect(refused.status).toBe(422)
    expect(fieldsOf(refused.html)[`${at}.step`]).toBe('silent')
    const amount = { [`${at}.limit.amount`]: '21' }
    const sent = await pages.post('yolanda', '/standards/time_standards/versions', { ...typed, ...amount })
    expect(sent.location).toBe('/standards/time_standards')
    const shown = (await pages.get('daniel', '/standards/time_standards')).html
    expect(shown).toContain('Limits of their own for a tier')
    expect(shown).toContain('21 days')
    const { byTier } = (await inForce()).body
    const code = byTier.find(({ clock }) => clock === 'silent')?.code
    expect((await publish({ byTier: { [`${code}`]: { out: 'yes' } } })).done).toBe(true)
    expect((await inForce()).body.byTier.map(({ clock }) => clock)).not.toContain('silent')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
