import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import type { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { fieldsOf } from '#tests/support/fields.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { clockNames } from './clocks.ts'
import type { EditableKind } from './edited.ts'
import { limitUnits } from './limits.ts'
import { publishEdited } from './publish-edited.ts'
import { modelInForce } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const inForce = <K extends EditableKind>(kind: K) =>
  world.db.transaction(
    scopeOf(actorOf('maya')),
    async (tx) => (await modelInForce(tx, world.clock.now()))[kind],
  )
const publish = async (kind: EditableKind, body: object) =>
  publishEdited.perform(world.being('yolanda'), {
    kind,
    version: (await inForce(kind)).version,
    inForceOn: '2026-10-13',
    decision: 'Board of October 12',
    body,
  })
const times = async () => (await inForce('time_standards')).body
const setTime = (body: object) => publish('time_standards', body)

describe('A time of the model', () => {
  test('is counted in another unit, with a cut-off where it is the same day', async () => {
    const cutOff = { unit: 'same_day', cutOff: '15:00', amount: '2' }
    expect((await setTime({ not_accepted: { limit: cutOff } })).done).toBe(true)
    expect((await times()).not_accepted.limit).toEqual({ unit: 'same_day', cutOff: '15:00' })
    expect((await setTime({ not_accepted: { limit: { cutOff: '14:30' } } })).done).toBe(true)
    expect((await times()).not_accepted.limit).toEqual({ unit: 'same_day', cutOff: '14:30' })
    expect((await setTime({ not_accepted: { limit: { unit: 'same_day' } } })).done).toBe(true)
    expect((await times()).not_accepted.limit).toEqual({ unit: 'same_day' })
    const skipping = { unit: 'calendar_days', amount: '10', skipHolidays: 'yes' }
    expect((await setTime({ silent: { highNeed: skipping } })).done).toBe(true)
    expect((await times()).silent.highNeed).toEqual({ unit: 'calendar_days', amount: 10, skipHolidays: true })
  })

  test('is whole in its unit: what is missing or amiss is said at its field', async () => {
    const amiss: [object, string, string][] = [
      [{ unit: 'school_days' }, 'amount', 'Give a whole number'],
      [{ unit: 'minutes', amount: 'soon' }, 'amount', 'Give a whole number'],
      [{ unit: 'school_days', amount: '0' }, 'amount', 'Not below 1'],
      [{ unit: 'same_day', cutOff: 'noon' }, 'cutOff', 'Give a time, for example 15:30'],
      [{ unit: 'moons', amount: '1' }, 'unit', 'Choose what it is counted in'],
    ]
    for (const [limit, part, says] of amiss)
      await expect(setTime({ return_plan: { limit } })).rejects.toMatchObject({
        code: 'not_valid',
        because: [{ field: `body.return_plan.limit.${part}`, says }],
      })
  })

  test('hides no looser flat standard in another unit', async () => {
    const looser = { done: false, because: ['loosens_flat'] }
    const week = { unit: 'school_days', amount: '7' }
    expect(await setTime({ weekly_review: { limit: week } })).toEqual(looser)
    expect(await setTime({ warm_handoff: { limit: { cutOff: '12:00' } } })).toEqual(looser)
    expect((await setTime({ weekly_review: { limit: { unit: 'calendar_days', amount: '6' } } })).done).toBe(
      true,
    )
  })

  test('keeps its unit where only one means anything, and is at once where a crisis screen opens', async () => {
    const before = await times()
    const nothing = { done: false, because: ['nothing_changed'] }
    const weeks = { unit: 'school_week' }
    for (const clock of [
      'consent_ending',
      'repeat_referral',
      'crisis_acknowledgement',
      'caregiver_told',
      'crisis_path',
    ])
      expect(await setTime({ [clock]: { limit: weeks } })).toEqual(nothing)
    const fewer = { consent_ending: { limit: { unit: 'minutes', amount: '14' } } }
    expect((await setTime(fewer)).done).toBe(true)
    expect(await times()).toEqual({
      ...before,
      consent_ending: { limit: { unit: 'calendar_days', amount: 14 } },
    })
  })
})

describe('The time of a handoff rule', () => {
  test('is changed in number, unit and cut-off, unless its path has a time standard', async () => {
    const own = { unit: 'same_day', cutOff: '13:00' }
    expect((await publish('handoff_rules', { rules: { to_tier_3: { within: own } } })).done).toBe(true)
    const { rules } = (await inForce('handoff_rules')).body
    expect(rules.find(({ code }) => code === 'to_tier_3')?.within).toEqual(own)
    const tied = await publish('handoff_rules', { rules: { to_partner: { within: own } } })
    expect(tied).toEqual({ done: false, because: ['nothing_changed'] })
    const problem = await publish('handoff_rules', {
      rules: { to_tier_3: { within: { unit: 'minutes' } } },
    }).catch((thrown: Problem) => thrown)
    expect(problem).toMatchObject({ because: [{ field: 'body.rules.to_tier_3.within.amount' }] })
  })
})

describe('The form of times', () => {
  test('asks number, unit and cut-off of each, keeps what was typed, and works without scripts', async () => {
    const pages = await pagesOf(world)
    const { html } = await pages.get('yolanda', '/standards/time_standards/new?list=steps')
    const fields = fieldsOf(html)
    const units = Object.keys(fields).filter((name) => /^body\.\w+\.\w+\.unit$/.test(name))
    expect(units.length).toBeGreaterThan(clockNames.length - 5)
    for (const unit of limitUnits) expect(html).toContain(`<option value="${unit}">`)
    expect(Object.keys(fields).filter((name) => name.startsWith('body.crisis_path'))).toEqual([])
    const at = 'body.return_plan.limit'
    const form = { ...fields, decision: 'Board of October 13', [`${at}.unit`]: 'same_day' }
    const typed = { ...form, [`${at}.cutOff`]: '26:00' }
    const refused = await pages.post('yolanda', '/standards/time_standards/versions', typed)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#f-body-return_plan-limit-cutOff"')
    expect(fieldsOf(refused.html)[`${at}.unit`]).toBe('same_day')
    const sent = await pages.post('yolanda', '/standards/time_standards/versions', {
      ...form,
      [`${at}.cutOff`]: '13:00',
    })
    expect(sent.location).toBe('/standards/time_standards')
    const shown = (await pages.get('daniel', '/standards/time_standards')).html
    expect(shown).toContain('the same day; from 13:00 on, the next school day')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
