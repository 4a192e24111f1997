import { afterAll, beforeAll, expect, test } from 'vitest'
import { families } from '#tests/riverside/families.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { startReassessing } from '#warnings/start-reassessing.ts'
import { lookToday } from './look-today.ts'

let world: World
beforeAll(async () => {
  world = await riverside({ at: '2026-10-13T17:00:00Z' })
})
afterAll(() => world.close())

const owed = async (key: 'daniel' | 'maya' | 'priya') => {
  const { groups } = await lookToday.see(world.being(key), {})
  return Object.entries(groups).flatMap(([group, rows]) =>
    rows.flatMap((row) =>
      row.of === 'thing' && row.kind === 'reassessment' ? [`${group}: ${row.studentName}`] : [],
    ),
  )
}

test('an overdue look stands on the list of whoever triages at the school, on its rhythm, and not only once [R010]', async () => {
  const given = { studentId: families.kayla.id, everyDays: 14, reason: 'Slips away' }
  expect(await startReassessing.perform(world.being('daniel'), given)).toMatchObject({ done: true })
  expect(await owed('daniel')).toEqual([])
  world.clock.set('2026-10-26T17:00:00Z')
  expect(await owed('daniel')).toEqual(['week: Kayla Simmons'])
  world.clock.set('2026-10-28T17:00:00Z')
  expect(await owed('daniel')).toEqual(['late: Kayla Simmons'])
  expect(await owed('priya')).toEqual([])
})
