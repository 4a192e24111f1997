import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addClosure } from './add-closure.ts'
import { addSchoolDays } from './calendar.ts'
import { addWorkingMinutes } from './calendar-hours.ts'
import { lookSchools } from './look-schools.ts'
import { removeClosure } from './remove-closure.ts'
import { setWorkingHours } from './set-working-hours.ts'
import { staffAt } from './staff-store.ts'
import { calendarOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const calendar = () => world.db.transaction(scopeOf(actorOf('yolanda')), calendarOf)
const notAllowed = new Problem('not_allowed')

describe('Days without school', () => {
  test('a day that is added stops every clock that counts school days, without a new version', async () => {
    expect(addSchoolDays(await calendar(), '2026-10-13', 1)).toBe('2026-10-14')
    const outcome = await addClosure.perform(world.being('yolanda'), { onDay: '2026-10-14', label: 'Smoke' })
    expect(outcome.done).toBe(true)
    expect(addSchoolDays(await calendar(), '2026-10-13', 1)).toBe('2026-10-15')
    const [event] = await world.trailOf(`name = 'closure.added'`, [])
    expect(event).toMatchObject({ role: 'district_head', detail: { on_day: '2026-10-14' } })
  })

  test('a day that has no school anyway, or is on the list, is not added', async () => {
    const sunday = await addClosure.perform(world.being('leila'), { onDay: '2026-10-18', label: 'Sunday' })
    expect(sunday).toEqual({ done: false, because: ['no_school_anyway'] })
    const again = await addClosure.perform(world.being('leila'), { onDay: '2026-10-14', label: 'Smoke' })
    expect(again).toEqual({ done: false, because: ['closed_already'] })
  })

  test('a day is taken off the list again, and the trail keeps both', async () => {
    const { rows } = await world.admin.query(`select id from school_closure where on_day = '2026-10-14'`)
    const closureId = String(rows[0]?.id)
    expect((await removeClosure.perform(world.being('leila'), { closureId })).done).toBe(true)
    expect(addSchoolDays(await calendar(), '2026-10-13', 1)).toBe('2026-10-14')
    await expect(removeClosure.perform(world.being('leila'), { closureId })).rejects.toThrow('not_found')
    const trail = await world.trail()
    expect(trail).toEqual(
      expect.arrayContaining(['district_head: closure.added', 'privacy_officer: closure.removed']),
    )
  })

  test('nobody else may change the calendar', async () => {
    const given = { onDay: '2026-10-15', label: 'Smoke' }
    for (const key of ['maya', 'marcus', 'joan', 'noor'] as const) {
      await expect(addClosure.perform(world.being(key), given)).rejects.toThrow(notAllowed)
    }
    const partly = { ...actorOf('yolanda'), schoolIds: [schools.harlow.id] }
    await expect(addClosure.perform(world.as(partly), given)).rejects.toThrow(notAllowed)
    await expect(removeClosure.perform(world.being('maya'), { closureId: newId() })).rejects.toThrow(
      notAllowed,
    )
  })
})

describe('Working hours', () => {
  const week = (opens: string, closes: string) =>
    Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, { opens, closes }]))

  test('clocks that run in working hours follow them', async () => {
    const at = new Date('2026-10-13T23:30:00Z')
    expect(addWorkingMinutes(await calendar(), at, 60).toISOString()).toBe('2026-10-14T15:00:00.000Z')
    const outcome = await setWorkingHours.perform(world.being('yolanda'), { hours: week('08:00', '16:30') })
    expect(outcome).toEqual({ done: true, result: { weekdays: [1, 2, 3, 4, 5] } })
    expect(addWorkingMinutes(await calendar(), at, 60).toISOString()).toBe('2026-10-14T16:00:00.000Z')
  })

  test('only the weekdays that changed leave a trace of their own', async () => {
    const before = (await world.trailOf(`name = 'hours.changed'`, [])).length
    const hours = Object.assign(week('08:00', '16:30'), { 6: { opens: '09:00', closes: '12:00' } })
    await setWorkingHours.perform(world.being('yolanda'), { hours })
    await setWorkingHours.perform(world.being('yolanda'), { hours: { ...hours, 5: undefined } })
    const events = (await world.trailOf(`name = 'hours.changed'`, [])).slice(before)
    expect(events.map(({ detail }) => detail)).toEqual([
      { weekday: 6, change: 'set' },
      { weekday: 5, change: 'removed' },
    ])
  })

  test('a week without an open day, half a day and a day that ends before it begins are refused together', async () => {
    const none = await setWorkingHours.perform(world.being('yolanda'), {})
    expect(none).toEqual({ done: false, because: ['no_open_day'] })
    const hours = { 1: { opens: '16:00', closes: '08:00' }, 2: { opens: '08:00' } }
    const odd = await setWorkingHours.perform(world.being('yolanda'), { hours })
    expect(odd).toEqual({ done: false, because: ['half_a_day', 'closes_before_it_opens'] })
  })
})

describe('Who leads where', () => {
  test('each school shows its leads, and whether it is live', async () => {
    const { schools: all, mayKeep } = await lookSchools.see(world.being('maya'), {})
    const alder = all.find(({ id }) => id === schools.alderCreek.id)
    expect(alder).toMatchObject({
      liveOn: '2026-08-17',
      leads: [{ name: 'Ruth Halvorsen', roles: ['designated_lead', 'crisis_lead'] }, {}, {}, {}],
    })
    expect(mayKeep).toBe(false)
  })

  test('staff of a school come in the order of the roles asked for, and only those whose days include today', async () => {
    const at = (on: string) =>
      world.db.transaction(scopeOf(actorOf('maya')), (tx) =>
        staffAt(tx, { schoolId: schools.alderCreek.id, roles: ['navigator', 'crisis_lead'], about: [], on }),
      )
    const names = (await at('2026-10-13')).map(({ name }) => name)
    expect(names[0]).toBe('Maya Okafor')
    expect(names).toContain('Samuel Ito')
    expect(names).not.toContain('Jonah Reed')
    expect(await at('2027-07-01')).toEqual([])
  })
})
