import { describe, expect, test } from 'vitest'
import { cutInto, obstaclesToAgreeing } from './rules.ts'

const math = { kind: 'in_class', weekday: 3, fromAt: '09:00', untilAt: '10:00' } as const
const lunch = { kind: 'pull_out', weekday: 3, fromAt: '11:30', untilAt: '12:15' } as const
// October 14, 2026 is a Wednesday.
const on = '2026-10-14'

describe('A visit', () => {
  test('cuts into class where it begins, ends or goes on in a time in which the student has to be there', () => {
    for (const [at, minutes] of [
      ['09:30', 60],
      ['08:30', 45],
      ['08:00', 180],
    ] as const)
      expect(cutInto([math, lunch], { on, at, minutes }), at).toEqual([math])
  })

  test('does not where it only touches it, lies on another day, or in a time that suits', () => {
    expect(cutInto([math], { on, at: '10:00', minutes: 60 })).toEqual([])
    expect(cutInto([math], { on, at: '08:00', minutes: 60 })).toEqual([])
    expect(cutInto([math], { on: '2026-10-15', at: '09:30', minutes: 30 })).toEqual([])
    expect(cutInto([lunch], { on, at: '11:30', minutes: 30 })).toEqual([])
  })
})

test('a time is agreed once, with a teacher of the school and an agency of the student, and ends after it begins', () => {
  const known = { teacher: true, agency: true, times: [math] }
  expect(obstaclesToAgreeing({ weekday: 3, fromAt: '10:00', untilAt: '11:00' }, known)).toEqual([])
  expect(obstaclesToAgreeing({ weekday: 3, fromAt: '09:30', untilAt: '10:30' }, known)).toEqual([
    'agreed_already',
  ])
  expect(
    obstaclesToAgreeing(
      { weekday: 1, fromAt: '10:00', untilAt: '09:00' },
      { teacher: false, agency: false, times: [] },
    ),
  ).toEqual(['until_before_from', 'teacher_unknown', 'agency_unknown'])
})
