import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { changes, findHandoffRule, ruleChanges } from './handoff-rules.ts'
import { limitUnits, Limit } from './limits.ts'
import { publishEdited } from './publish-edited.ts'
import { getStandard, modelInForce } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const inForce = () =>
  world.db.transaction(
    scopeOf(actorOf('maya')),
    async (tx) => (await modelInForce(tx, world.clock.now())).handoff_rules,
  )
const publishing = { inForceOn: '2026-10-13', decision: 'Board of October 12' }
const publish = async (body: object) =>
  publishEdited.perform(world.being('yolanda'), {
    ...publishing,
    kind: 'handoff_rules',
    version: (await inForce()).version,
    body,
  })
const refusedBy = async (body: object) => {
  const outcome = await publish(body)
  return outcome.done ? [] : outcome.because
}
/** The fields of the new rule in which something is amiss. */
const faultsOf = async (row: object) => {
  const outcome = await publish(adding(row)).catch((problem: Problem) => problem)
  const because = outcome instanceof Problem ? outcome.because : []
  return because.map(({ field }) => field?.replace('body.add.rules.0.', ''))
}
const leaveOut = (code: string) => ({ rules: { [code]: { out: 'yes' } } })
const adding = (row: object) => ({ add: { rules: { 0: row } } })
const people = { caller: 'Owner of the brief support', callee: 'Crisis lead', tool: 'Crisis screen' }
const within = { within: { amount: '2', unit: 'school_days' } }

describe('The rules of who calls whom', () => {
  test('take one for exactly a change, which goes before the one from any path; the earlier version stays [R023]', async () => {
    const { id, version, body: before } = await inForce()
    const change = { kind: 'path', from: 'a', to: 'c' } as const
    expect(findHandoffRule(before.rules, change)?.code).toBe('to_crisis')
    expect((await publish(adding({ change: 'path.a.c', ...people }))).done).toBe(true)
    const now = (await inForce()).body
    const code = `added_${version + 1}_1`
    const rule = { code, when: change, ...people, within: { clock: 'crisis_path' } }
    expect(now.rules).toEqual([...before.rules, rule])
    expect(findHandoffRule(now.rules, change)).toEqual(rule)
    expect(findHandoffRule(now.rules, { kind: 'path', from: 'b', to: 'c' })?.code).toBe('to_crisis')
    const old = await world.db.transaction(scopeOf(actorOf('maya')), (tx) => getStandard(tx, id))
    expect(old.body).toEqual(before)
    const events = await world.trailOf(`name = 'standard.published'`, [])
    expect(events.at(-1)).toMatchObject({ detail: { changed: [`rules.${code}.added`] } })
  })

  test('have a time of their own where no time standard is tied to the change, and none where one is', async () => {
    const tier = { change: 'tier.1.3', ...people, ...within }
    expect((await publish(adding(tier))).done).toBe(true)
    const rule = findHandoffRule((await inForce()).body.rules, { kind: 'tier', from: 1, to: 3 })
    expect(rule).toMatchObject({ ...people, within: { unit: 'school_days', amount: 2 } })
    for (const to of ['b', 'c']) {
      const tied = { change: `path.none.${to}`, ...people, ...within }
      expect(await refusedBy(adding(tied))).toEqual(['time_is_tied'])
    }
    const sameDay = {
      change: 'path.b.a',
      ...people,
      within: { unit: 'same_day', cutOff: '14:30', amount: '2' },
    }
    expect((await publish(adding(sameDay))).done).toBe(true)
    expect(findHandoffRule((await inForce()).body.rules, { kind: 'path', from: 'b', to: 'a' })).toMatchObject(
      {
        within: { unit: 'same_day', cutOff: '14:30' },
      },
    )
  })

  test('are added whole, once for each change', async () => {
    const whole = { change: 'tier.1.2', ...people, ...within }
    for (const part of ['change', 'caller', 'callee', 'tool'])
      expect(await faultsOf({ ...whole, [part]: ' ' })).toEqual([part])
    expect(await faultsOf({ ...whole, within: {} })).toEqual(['within.unit'])
    expect(await faultsOf({ ...whole, change: 'path.a.a' })).toEqual(['change'])
    const amiss: [object, string][] = [
      [{ unit: 'moons', amount: '2' }, 'unit'],
      [{ amount: '2' }, 'unit'],
      [{ unit: 'school_days' }, 'amount'],
      [{ unit: 'school_days', amount: 'two' }, 'amount'],
      [{ unit: 'same_day', cutOff: '25:00' }, 'cutOff'],
    ]
    for (const [time, part] of amiss)
      expect(await faultsOf({ ...whole, within: time })).toEqual([`within.${part}`])
    expect(await refusedBy(adding({ ...whole, change: 'tier.any.3' }))).toEqual(['change_twice'])
    expect(await refusedBy(adding({ change: '', within: { unit: '' } }))).toEqual(['nothing_changed'])
  })

  test('are left out while each change keeps one, and one gives way to another for the same change', async () => {
    for (const code of ['to_crisis', 'to_tier_1'])
      expect(await refusedBy(leaveOut(code))).toEqual(['change_without_rule'])
    const { version } = await inForce()
    const other = { change: 'path.c.b', caller: 'Crisis lead', callee: 'Caregiver', tool: 'Return plan' }
    const out = leaveOut('after_crisis_to_partner')
    expect((await publish({ ...out, ...adding(other) })).done).toBe(true)
    const { rules } = (await inForce()).body
    expect(rules.some(({ code }) => code === 'after_crisis_to_partner')).toBe(false)
    expect(findHandoffRule(rules, { kind: 'path', from: 'c', to: 'b' })).toMatchObject({
      code: `added_${version + 1}_1`,
      within: { clock: 'warm_handoff' },
    })
    expect((await publish(leaveOut(`added_${version + 1}_1`))).done).toBe(true)
    const left = (await inForce()).body.rules
    expect(findHandoffRule(left, { kind: 'path', from: 'c', to: 'b' })?.code).toBe('to_partner')
    expect(changes.filter((each) => findHandoffRule(left, each) === undefined)).toEqual([])
  })

  test('offer every change and every unit in the form, and keep what was chosen after a refusal', async () => {
    const pages = await pagesOf(world)
    const { html } = await pages.get('yolanda', '/standards/handoff_rules/new')
    for (const { kind, from, to } of ruleChanges)
      expect(html).toContain(`<option value="${kind}.${from}.${to}">`)
    for (const unit of limitUnits) expect(html).toContain(`<option value="${unit}">`)
    expect(limitUnits).toHaveLength(Limit.options.length)
    const at = 'body.add.rules.0'
    const form = {
      ...publishing,
      version: String((await inForce()).version),
      [`${at}.change`]: 'path.none.c',
      [`${at}.caller`]: 'Whoever was told',
      [`${at}.callee`]: 'Crisis lead',
      [`${at}.within.unit`]: '',
      [`${at}.within.amount`]: '',
    }
    const half = await pages.post('yolanda', '/standards/handoff_rules/versions', form)
    expect(half.html).toMatch(
      /id="f-body-add-rules-0-tool" name="body.add.rules.0.tool"[^>]*aria-invalid="true"/,
    )
    expect(half.html).toContain('<option value="path.none.c" selected>')
    expect(half.html).toContain('value="Whoever was told"')
    const whole = { ...form, [`${at}.tool`]: 'Crisis screen' }
    const sent = await pages.post('yolanda', '/standards/handoff_rules/versions', whole)
    expect(sent.location).toBe('/standards/handoff_rules')
    expect((await pages.get('daniel', '/standards/handoff_rules')).html).toContain('Whoever was told')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
