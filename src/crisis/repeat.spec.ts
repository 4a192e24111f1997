import { expect, test } from 'vitest'
import { repeatOf } from './repeat.ts'

const beganOn = '2026-10-13'
const after = (...earlierOn: string[]) => repeatOf({ beganOn, earlierOn }, 90)

test('a crisis is a repeat within so many days of the one before, the last of them included', () => {
  expect(after()).toBeUndefined()
  expect(after('2026-07-15')).toBe('2026-07-15')
  expect(after('2026-07-14')).toBeUndefined()
  expect(after('2026-10-13'), 'twice in one day').toBe('2026-10-13')
})

test('the latest one before counts, and none after it', () => {
  expect(after('2026-09-01', '2026-10-02', '2026-05-01')).toBe('2026-10-02')
  expect(after('2026-10-14')).toBeUndefined()
})

test('the window is that of the district', () => {
  expect(repeatOf({ beganOn, earlierOn: ['2026-10-01'] }, 11)).toBeUndefined()
  expect(repeatOf({ beganOn, earlierOn: ['2026-10-01'] }, 12)).toBe('2026-10-01')
})
