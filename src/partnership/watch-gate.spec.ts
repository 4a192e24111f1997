import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { reactions, when } from '#access/happening.ts'
import { partners } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { gateClosed } from './happenings.ts'
import { jobs } from './jobs.ts'

const told: string[] = []
let world: World
beforeAll(async () => {
  world = await riverside({
    wiring: reactions([when(gateClosed, async (_, { partnerId }) => told.push(partnerId))]),
  })
})
afterAll(() => world.close())
beforeEach(() => {
  told.length = 0
})

/** The start of work: every gate of the district is looked at. */
const workBegins = () => {
  const everyGate = jobs.find(({ name }) => name === 'partnership/watch-gates')
  const system = { ...world.being('leila'), actor: systemActor(world.districtId) }
  return everyGate?.run(system, { district_id: world.districtId })
}
const waitedFor = async () => {
  const { rows } = await world.admin.query<{ key: string; run_at: Date }>(
    `select key, run_at from graphile_worker.jobs where task_identifier = 'partnership/watch-gate' order by key`,
  )
  return rows.map(({ key, run_at }) => `${key} ${run_at.toISOString()}`)
}

describe('Documents that came in without an act', () => {
  test('are waited for by nobody, until work begins: then each has its day, however often work begins', async () => {
    expect(await waitedFor()).toEqual([])
    await workBegins()
    const waiting = await waitedFor()
    expect(waiting).toHaveLength(2 * Object.keys(partners).length)
    for (const line of waiting)
      expect(line).toMatch(/^partnership\/watch-gate\/\S+\/2027-07-01 2027-07-01T07:00:00.000Z$/)
    await workBegins()
    expect(await waitedFor()).toEqual(waiting)
    expect(told).toEqual([])
  })

  test('that ended while nobody waited close the gate when work begins', async () => {
    world.clock.set('2027-08-02T16:00:00Z')
    await world.admin.query('delete from graphile_worker._private_jobs')
    await workBegins()
    expect(told.toSorted()).toEqual(
      Object.values(partners)
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(await waitedFor()).toEqual([])
  })
})
