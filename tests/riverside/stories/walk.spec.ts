import { afterAll, beforeAll, expect, test } from 'vitest'
import { reactions } from '#access/happening.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { wiring } from '../../../src/wiring.ts'
import { Walk } from './walk.ts'

let world: World
beforeAll(async () => {
  world = await riverside({ wiring: reactions(wiring) })
})
afterAll(() => world.close())

test('a family walks from a concern to a confirmed closed loop', async () => {
  const walk = new Walk({ being: world.being, at: (moment) => world.clock.set(moment) }, 'sofia')
  const on = (local: string) => new Date(`${local}:00${local > '2026-11-01' ? '-08:00' : '-07:00'}`)
  await walk.at(on('2026-10-02T10:15')).raise('Quiet for two weeks, eight pieces of work missing.')
  await walk.at(on('2026-10-05T08:50')).decide('b')
  await walk.at(on('2026-10-05T15:20')).talk()
  await walk.at(on('2026-10-05T15:34')).consent()
  await walk.at(on('2026-10-05T15:40')).send()
  await walk.at(on('2026-10-05T15:46')).confirmReceiptByPhone()
  await walk.at(on('2026-10-05T15:52')).arrange({ on: '2026-10-09' })
  await walk.at(on('2026-10-06T09:05')).accept()
  await walk.at(on('2026-10-09T17:40')).result('attended')
  await walk.at(on('2026-10-13T10:00')).feedback()
  await walk.at(on('2026-11-10T10:00')).oneMonth()
  await walk.at(on('2026-11-12T10:00')).close()
  const { rows } = await world.admin.query(
    'select state, next_step, ended_at is not null as ended from referral where id = $1',
    [walk.referralId],
  )
  expect(rows).toEqual([{ state: 'closed', next_step: null, ended: true }])
  expect(await world.trail()).toEqual(
    expect.arrayContaining([
      'navigator: handoff.completed',
      'partner_intake: referral.accepted',
      'navigator: referral.closed',
    ]),
  )
})
