import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { writeTraces } from '#access/trail.ts'
import { systemClock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { fileAnchor } from './anchor.ts'
import { openSealer, startSealing } from './sealer.ts'
import { watchSealing } from './watch.ts'

let world: World
let sealer: Db
let folder: string
beforeAll(async () => {
  world = await riverside()
  sealer = openSealer(world.login('sealer'))
  folder = await mkdtemp(join(tmpdir(), 'tl-watch-'))
})
afterAll(async () => {
  await sealer.close()
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

/** Somebody reads something now. */
const happen = () => {
  const { actor } = world.being('maya')
  const trace = { kind: 'read', name: 'spec/look', subject: { type: 'nothing', id: null } } as const
  return world.db.transaction(scopeOf(actor), (tx) =>
    writeTraces(tx, { actor, at: systemClock.now() }, [trace]),
  )
}
/** A thirtieth of the times that are in force: an alarm within a minute is one within two seconds here. */
const [every, patience, minute] = [500, 1000, 2000]
const log = (error: Error) => expect.fail(error.message)

test('an alarm is raised within a minute after sealing stops, and none while it goes on', async () => {
  const alarms: string[] = []
  const anchor = fileAnchor(join(folder, 'roots'))
  const notes = { removed: join(folder, 'removed'), takenBack: join(folder, 'taken-back') }
  const sealing = startSealing({ sealer, clock: systemClock, anchor, notes, log, every: 60 })
  await pause(patience)
  const alarm = (error: Error) => void alarms.push(error.name)
  const watch = watchSealing({ sealer, clock: systemClock, alarm, every, patience })
  for (let turn = 0; turn < 6; turn++) {
    await happen()
    await pause(every)
  }
  expect(alarms).toEqual([])

  await sealing.stop()
  await happen()
  const from = performance.now()
  while (alarms.length === 0 && performance.now() - from < 10 * minute) await pause(20)
  const took = performance.now() - from
  await watch.stop()
  expect(alarms).toContain('SealingBehind')
  expect(took).toBeLessThan(minute)
}, 60_000)
