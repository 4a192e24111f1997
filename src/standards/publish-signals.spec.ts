import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { lookSignals } from './look-signals.ts'
import { publishSignals } from './publish-signals.ts'
import { heldSignals } from './signals-given.ts'
import { modelInForce } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const inForce = (at = world.clock.now()) =>
  world.db.transaction(scopeOf(actorOf('noor')), async (tx) => (await modelInForce(tx, at)).signals)
const clearance = { clearedBy: 'Amal Reyes', clearedOn: '2026-10-09', reference: 'Legal file 2026-118' }
const given = async (change: Record<string, string> = {}) => ({
  ...heldSignals((await inForce()).body),
  version: String((await inForce()).version),
  ...clearance,
  inForceOn: '2026-10-13',
  decision: 'Board of October 12',
  ...change,
})
const publish = async (change: Record<string, string> = {}) =>
  publishSignals.perform(world.being('yolanda'), await given(change))
const added = 'call_today: Call us today\nrisk_changed: Risk is not what it was\nTell the family first'

describe('The signals an agency may send', () => {
  test('change only with a legal clearance: who gave it, when, and where it is kept [R084]', async () => {
    for (const missing of ['clearedBy', 'clearedOn', 'reference']) {
      await expect(publish({ safety: added, [missing]: '' })).rejects.toMatchObject({ code: 'not_valid' })
    }
    expect((await inForce()).version).toBe(1)
    expect(await publish({ safety: added })).toMatchObject({ done: true, result: { version: 2 } })
    const { body, sample, approval } = await inForce()
    expect(body.clearance).toEqual(clearance)
    expect([sample, approval?.decision]).toEqual([false, 'Board of October 12'])
    expect(body.safety).toEqual([
      { code: 'call_today', text: 'Call us today', inUse: true },
      { code: 'risk_changed', text: 'Risk is not what it was', inUse: true },
      { code: 'safety_1', text: 'Tell the family first', inUse: true },
      { code: 'safety_plan_exists', text: 'A safety plan exists', inUse: false },
    ])
    const [event] = await world.trailOf(`name = 'standard.published'`, [])
    expect(event).toMatchObject({
      role: 'district_head',
      detail: { kind: 'signals', version: 2, clearedOn: '2026-10-09' },
    })
  })

  test('keep every version: the one before still reads as it was', async () => {
    const before = await inForce(new Date('2026-10-13T20:00:00Z'))
    expect([before.version, before.body.clearance]).toEqual([1, undefined])
  })

  test('stay short, without blame, and are not published before they are cleared or when nothing changes', async () => {
    const long = Array.from({ length: 7 }, (_, number) => `Signal ${number}`).join('\n')
    const amiss = (field: string) => ({ code: 'not_valid', because: [{ code: 'not_short', field }] })
    await expect(publish({ safety: long })).rejects.toMatchObject(amiss('safety'))
    const blaming = { participation: 'The family refused to come' }
    await expect(publish(blaming)).rejects.toMatchObject(amiss('participation'))
    expect(await publish({ safety: 'Call', clearedOn: '2026-10-14' })).toEqual({
      done: false,
      because: ['cleared_ahead'],
    })
    expect(await publish()).toEqual({ done: false, because: ['nothing_changed'] })
    expect(await publish({ inForceOn: '2026-10-12', safety: 'Call' })).toEqual({
      done: false,
      because: ['in_the_past', 'before_the_last'],
    })
  })

  test('are the district’s to change, and nobody else’s', async () => {
    for (const key of ['leila', 'maya', 'noor', 'ruth'] as const) {
      const asked = publishSignals.perform(world.being(key), await given({ safety: 'Call' }))
      await expect(asked).rejects.toEqual(new Problem('not_allowed'))
    }
    await expect(lookSignals.see(world.being('leila'), {})).rejects.toEqual(new Problem('not_allowed'))
  })

  test('are edited on a page, and read with their clearance by everybody who works by them', async () => {
    const pages = await pagesOf(world)
    const form = await pages.get('yolanda', '/standards/signals/new')
    expect(form.html).toContain('Who cleared them?')
    expect(form.html).toContain('risk_changed: Risk is not what it was')
    const uncleared = await pages.post('yolanda', '/standards/signals', await given({ clearedBy: '' }))
    expect(uncleared.status).toBe(422)
    expect(uncleared.html).toContain('Say who of the legal office cleared these lists')
    const sent = await pages.post(
      'yolanda',
      '/standards/signals',
      await given({ participation: 'attended: Came\nnot_attended: Was not there' }),
    )
    expect(sent).toMatchObject({ status: 303, location: '/standards/signals' })
    const read = await pages.get('noor', '/standards/signals')
    expect(read.html).toContain('Cleared by Amal Reyes on 2026-10-09: Legal file 2026-118')
    expect(read.html).toContain('Was not there')
    expect(read.html).not.toContain('href="/standards/signals/new"')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
