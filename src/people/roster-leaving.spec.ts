import { expect, test } from 'vitest'
import type { RosterSummary } from './roster-changes.ts'
import { leavingMany, obstaclesToEnding } from './roster-leaving.ts'

const ending = (left: number, known?: number) =>
  ({ counts: { students: { left } }, ...(known !== undefined && { known }) }) as RosterSummary

test('many leave where it is more than a quarter of the students, and at least twenty', () => {
  const asked = [
    ending(34, 34),
    ending(26, 100),
    ending(20, 79),
    ending(25, 100),
    ending(19, 19),
    ending(500),
  ]
  expect(asked.map((summary) => leavingMany(summary)?.left)).toEqual([
    34,
    26,
    20,
    undefined,
    undefined,
    undefined,
  ])
})

test('their number has to be said, and to be the right one', () => {
  expect(obstaclesToEnding(ending(34, 34), undefined)).toEqual(['ending_unconfirmed'])
  expect(obstaclesToEnding(ending(34, 34), 33)).toEqual(['ending_differs'])
  expect(obstaclesToEnding(ending(34, 34), 34)).toEqual([])
  expect(obstaclesToEnding(ending(3, 34), undefined)).toEqual([])
})
