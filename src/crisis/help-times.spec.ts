import { expect, test } from 'vitest'
import { helpTimesOf } from './help-times.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 9, 13, 20, minute))
const asked = (minutes: number | null) => ({
  askedAt: at(0),
  takenUpAt: minutes === null ? null : at(minutes),
})

test('the time from asking to help is that of the one in the middle, and who waits is counted apart', () => {
  expect(helpTimesOf([asked(40), asked(4), asked(10)])).toEqual({ asked: 3, waiting: 0, middleMinutes: 10 })
  expect(helpTimesOf([asked(4), asked(10), asked(null)])).toEqual({ asked: 3, waiting: 1, middleMinutes: 7 })
  expect(helpTimesOf([asked(null)])).toEqual({ asked: 1, waiting: 1, middleMinutes: null })
  expect(helpTimesOf([])).toEqual({ asked: 0, waiting: 0, middleMinutes: null })
})
