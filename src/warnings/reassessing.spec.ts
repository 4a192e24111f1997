import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { triageQueue } from '#concerns/triage-queue.ts'
import { Problem } from '#platform/problem.ts'
import { families } from '#tests/riverside/families.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { lookAgain } from './look-again.ts'
import { lookDays } from './look-days.ts'
import { isOverdue, nextOn } from './reassessment.ts'
import { startReassessing } from './start-reassessing.ts'
import { stopReassessing } from './stop-reassessing.ts'

let world: World
beforeAll(async () => {
  world = await riverside({ at: '2026-10-13T17:00:00Z' })
})
afterAll(() => world.close())

const studentId = families.kayla.id
const start = (given = {}, by: 'daniel' | 'priya' = 'daniel') =>
  startReassessing.perform(world.being(by), { studentId, everyDays: 14, reason: 'Slips away', ...given })
const look = (given: object) => lookAgain.perform(world.being('daniel'), { studentId, ...given })
const seen = async () => {
  const { reassessment, today } = await lookDays.see(world.being('daniel'), { studentId })
  return reassessment === null ? null : { ...reassessment, overdue: isOverdue(reassessment, today) }
}

describe('A student who is looked at again', () => {
  test('is on the list once, with the day of the next look', async () => {
    expect(nextOn('2026-10-13', 14)).toBe('2026-10-27')
    expect(await start()).toMatchObject({ done: true })
    expect(await start()).toMatchObject({ because: ['on_it_already'] })
    expect(await seen()).toMatchObject({ nextOn: '2026-10-27', outcome: null, overdue: false })
    await expect(start({}, 'priya')).rejects.toThrow(new Problem('not_found'))
  })

  test('is overdue once the day is over; a look sets the next from the day it happened', async () => {
    world.clock.set('2026-10-28T17:00:00Z')
    expect(await seen()).toMatchObject({ overdue: true })
    expect(await look({ outcome: 'steady' })).toMatchObject({ done: true })
    expect(await seen()).toMatchObject({ nextOn: '2026-11-11', outcome: 'steady', overdue: false })
  })

  test('goes to triage when it got worse, in the words of whoever saw it', async () => {
    expect(await look({ outcome: 'worse' })).toMatchObject({ because: ['observed_missing'] })
    expect(await look({ outcome: 'worse', observed: 'Has not spoken all week' })).toMatchObject({
      done: true,
    })
    const { concerns } = await triageQueue.see(world.being('daniel'), {})
    expect(concerns.map(({ studentName, source }) => `${studentName} ${source}`)).toEqual([
      'Kayla Simmons staff',
    ])
  })

  test('leaves the list, and can be put on it again', async () => {
    const stop = () => stopReassessing.perform(world.being('daniel'), { studentId })
    expect(await stop()).toMatchObject({ done: true })
    expect(await stop()).toMatchObject({ because: ['not_on_it'] })
    expect(await look({ outcome: 'steady' })).toMatchObject({ because: ['not_on_it'] })
    expect(await seen()).toBeNull()
    expect(await start({ everyDays: 30 })).toMatchObject({ done: true })
  })
})
