import { afterAll, beforeAll, expect, test } from 'vitest'
import { morning } from '../../bench/day.ts'
import { layFloor } from '../../bench/floor.ts'
import { breakGround, type Ground } from '../../bench/ground.ts'
import { recordLoop } from '../../bench/recorded-loop.ts'
import { buildTown } from '../../bench/town.ts'
import { haveAssets } from '../journeys/support/assets-setup.ts'

let ground: Ground
beforeAll(async () => {
  await haveAssets()
  ground = await breakGround()
  await ground.setClock(morning)
})
afterAll(() => ground?.close())

test('the loop that is measured still closes, and its rows can be written again as the floor', async () => {
  const pupils = await buildTown(ground.db, { pupils: 2, now: morning })
  const [walked, copied] = pupils as [(typeof pupils)[0], (typeof pupils)[0]]
  const recorded = await recordLoop(ground, walked)
  // Nineteen acts, each in one transaction with its trace and its kept answer.
  expect(recorded.transactions).toHaveLength(19)
  for (const { writes } of recorded.transactions) {
    expect(writes.some(({ text }) => text.includes('insert into audit_event'))).toBe(true)
    expect(writes.some(({ text }) => text.includes('insert into idempotent_reply'))).toBe(true)
  }
  const floor = layFloor(ground.login('app'), { recorded, connections: 1 })
  await floor.write({ ...copied, number: 1_000_000 })
  await floor.close()
}, 60_000)
