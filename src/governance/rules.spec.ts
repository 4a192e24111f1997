import { describe, expect, test } from 'vitest'
import { steps } from '#crisis/contract.ts'
import { audited, shareOf } from './audit.ts'
import { quarterBefore } from './look-samples.ts'
import { changed, drawFrom, obstaclesToDrawing, obstaclesToReviewing, reviewerFor } from './rules.ts'
import type { Marks } from './sample.ts'

const frame = Array.from({ length: 40 }, (_, at) => `case-${at}`)
const all = (how: Marks['safety']) => Object.fromEntries(steps.map((step) => [step, how])) as Marks

describe('A draw', () => {
  test('is the same for one seed whatever the order of the frame, and another for another', () => {
    const drawn = drawFrom(frame, { seed: 'one', asked: 10 })
    expect(drawn).toHaveLength(10)
    expect(drawFrom(frame.toReversed(), { seed: 'one', asked: 10 })).toEqual(drawn)
    expect(drawFrom(frame, { seed: 'two', asked: 10 })).not.toEqual(drawn)
    expect(drawFrom(frame, { seed: 'one', asked: 5 })).toEqual(drawn.slice(0, 5))
  })

  test('takes all where there are fewer than were asked for', () => {
    expect(drawFrom(frame.slice(0, 7), { seed: 'one', asked: 10 })).toHaveLength(7)
  })

  test('favors no case: over many seeds each is drawn about as often', () => {
    const times = new Map<string, number>()
    for (let seed = 0; seed < 400; seed++)
      for (const id of drawFrom(frame, { seed: `${seed}`, asked: 10 }))
        times.set(id, (times.get(id) ?? 0) + 1)
    const counts = frame.map((id) => times.get(id) ?? 0)
    expect(Math.min(...counts)).toBeGreaterThan(60)
    expect(Math.max(...counts)).toBeLessThan(140)
  })

  test('names every reason it cannot be', () => {
    const fine = { fromOn: '2026-07-01', untilOn: '2026-09-30', today: '2026-10-13', asked: 5, framed: 3 }
    expect(obstaclesToDrawing(fine)).toEqual([])
    expect(obstaclesToDrawing({ ...fine, fromOn: '2026-10-20', untilOn: '2026-10-14', asked: 0 })).toEqual([
      'period_backwards',
      'period_ahead',
      'nothing_asked',
    ])
    expect(obstaclesToDrawing({ ...fine, framed: 0 })).toEqual(['nothing_to_draw'])
  })

  test('is of the quarter before, across a new year as well', () => {
    expect(quarterBefore('2026-10-13')).toEqual({ fromOn: '2026-07-01', untilOn: '2026-09-30' })
    expect(quarterBefore('2027-02-01')).toEqual({ fromOn: '2026-10-01', untilOn: '2026-12-31' })
  })
})

describe('A review of a sampled case', () => {
  const open = { reviewedAt: null, tookPart: ['a'] }
  const fine = { by: 'b', differs: false, reason: undefined }
  test('is written once, by somebody who took no part, and says why where it differs', () => {
    expect(obstaclesToReviewing(open, fine)).toEqual([])
    expect(obstaclesToReviewing(open, { ...fine, by: 'a', differs: true })).toEqual([
      'took_part',
      'reason_missing',
    ])
    expect(obstaclesToReviewing({ ...open, reviewedAt: new Date() }, fine)).toEqual(['reviewed_already'])
    const found = { ...all('followed'), report: 'not_documented' } as const
    expect(changed(all('followed'), found)).toEqual(['report'])
  })

  test('is given to whoever has the fewest and took no part, and to nobody where all did', () => {
    const people = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    const given = new Map([['b', 2]])
    expect(reviewerFor(people, { tookPart: ['a'], given })).toBe('c')
    expect(reviewerFor(people, { tookPart: ['a', 'b', 'c'], given })).toBeNull()
  })
})

describe('The audit', () => {
  const reviewed = [
    ...Array.from({ length: 12 }, () => all('followed')),
    ...Array.from({ length: 3 }, () => ({ ...all('followed'), rubric: 'not_followed' as const })),
  ]
  const of = (hides: boolean, step: string) => audited(reviewed, hides).find((each) => each.step === step)?.of
  test('says the share of each step, and hides a step with a small count from who reads no record', () => {
    expect(of(false, 'rubric')).toEqual({ followed: 12, not_followed: 3, not_documented: 0 })
    expect(shareOf({ followed: 12, not_followed: 3, not_documented: 0 })).toBe(80)
    expect(of(true, 'rubric')).toBeNull()
    expect(of(true, 'safety')).toEqual({ followed: 15, not_followed: 0, not_documented: 0 })
  })
})
