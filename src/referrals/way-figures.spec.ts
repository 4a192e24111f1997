import { expect, test } from 'vitest'
import { needFigures } from './way-figures.ts'

const at = (day: string) => new Date(`${day}T12:00:00Z`)
const need = (firstSeenAt: Date | null, engaged: boolean) => ({
  referredAt: at('2026-09-01'),
  firstSeenAt,
  repeats: false,
  reached: {
    referred: true,
    sent: true,
    received: true,
    accepted: true,
    scheduled: true,
    seen: true,
    engaged,
  },
})

test('the one-month figure asks of whom the standard in force is over, and moves with the standard', () => {
  const needs = [need(at('2026-10-01'), true), need(at('2026-10-20'), false), need(null, false)]
  const after = (days: number) => (seen: Date) => new Date(seen.getTime() + days * 86_400_000)
  const figure = (days: number) => {
    const { monthSince, afterMonth } = needFigures(needs, { now: at('2026-10-31'), monthAfter: after(days) })
    return [monthSince, afterMonth]
  }
  expect(figure(31)).toEqual([0, 0])
  expect(figure(30)).toEqual([1, 1])
  expect(figure(10)).toEqual([2, 1])
})
