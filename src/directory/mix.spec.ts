import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners, riversideId } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { beginMix } from './begin-mix.ts'
import { planMix } from './plan-mix.ts'
import { findPartner } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
  world.clock.set('2026-10-13T18:00:00Z')
})
afterAll(() => world.close())

const partnerId = partners.cedarStreet.id
const partner = () => world.db.transaction(scopeOf(actorOf('maya')), (tx) => findPartner(tx, partnerId))
const plan = (given: object) => planMix.perform(world.being('yolanda'), { partnerId, ...given })

test('a change of ways is planned with its day: navigators read it before, and on the day the room follows [R350]', async () => {
  const virtual = { effectiveOn: '2026-11-02', onCampus: 0, offCampus: 1, byVideo: 6 }
  const before = await partner()
  const outcome = await plan(virtual)
  if (!outcome.done) throw new Error(outcome.because.join())
  const { mixId } = outcome.result
  expect((await partner())?.openPlaces).toBe(before?.openPlaces)
  const pages = await pagesOf(world)
  const shown = (await pages.get('maya', `/partners/${partnerId}/ways`)).html
  expect(shown).toContain('Begins by itself')
  expect(shown).not.toContain('Plan a change')
  expect((await pages.get('maya', `/partners/${partnerId}`)).html).toContain(`/partners/${partnerId}/ways`)

  const begin = () => beginMix.perform(world.asSystem(riversideId), { mixId })
  expect(await begin()).toMatchObject({ because: ['not_due'] })
  const { rows } = await world.admin.query<{ at: Date }>(
    `select j.run_at as at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'directory/begin-mix'`,
  )
  expect(rows).toEqual([{ at: new Date('2026-11-02T08:00:00Z') }])
  world.clock.set('2026-11-02T08:00:01Z')
  expect(await begin()).toMatchObject({ done: true })
  expect(await partner()).toMatchObject({ openPlaces: 7, modalities: ['in_person', 'telehealth'] })
  expect(await begin()).toMatchObject({ because: ['begun_already'] })
  expect((await pages.get('maya', `/partners/${partnerId}/ways`)).html).toContain('Holds since that day')
  await pages.close()
})

test('is planned for a day to come, once, and with a place somewhere; by the head of the district alone', async () => {
  expect(await plan({ effectiveOn: '2026-11-01', byVideo: 1 })).toMatchObject({ because: ['day_passed'] })
  expect(await plan({ effectiveOn: '2026-12-01' })).toMatchObject({ because: ['no_places'] })
  expect(await plan({ effectiveOn: '2026-11-02', byVideo: 1 })).toMatchObject({
    because: ['planned_already'],
  })
  const maya = planMix.perform(world.being('maya'), { partnerId, effectiveOn: '2026-12-01', byVideo: 1 })
  await expect(maya).rejects.toThrow('not_allowed')
})
