import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCalendarDays, weekdayCalendar } from '#district/contract.ts'
import { sampleHighNeed } from '#standards/shipped-rules.ts'
import { crossed, yearOf } from './rules.ts'
import type { Warned } from './school-event.ts'

const on = '2026-10-14'
const limits = {
  early_warning: { absentDays: 4, absentWithinDays: 30, incidents: 3, incidentsWithinDays: 30 },
  high_need: sampleHighNeed,
}
const calendar = weekdayCalendar('America/Los_Angeles')
const back = (...days: number[]) => days.map((ago) => addCalendarDays(on, -ago))
const judge = (given: { absentOn?: string[]; incidentsOn?: string[]; warned?: Warned[]; on?: string }) =>
  crossed({
    days: { absentOn: given.absentOn ?? [], incidentsOn: given.incidentsOn ?? [] },
    warned: given.warned ?? [],
    limits,
    calendar,
    on: given.on ?? on,
  })

describe('A limit', () => {
  test('is crossed by enough days within the window, and by no day outside it', () => {
    expect(judge({ absentOn: back(1, 8, 15) })).toEqual([])
    expect(judge({ absentOn: back(1, 8, 15, 29) })).toEqual([
      { level: 'absences', evidenceOn: back(29, 15, 8, 1) },
    ])
    expect(judge({ absentOn: back(1, 8, 15, 30) })).toEqual([])
    expect(judge({ absentOn: [...back(1, 8, 15), addCalendarDays(on, 1)] })).toEqual([])
    expect(judge({ absentOn: back(1, 1, 8, 15) }), 'the same day twice').toEqual([])
  })

  test('is crossed once: only days after the last warning count again', () => {
    const warned: Warned[] = [
      { level: 'absences', evidenceOn: back(29, 15, 8, 3), madeOn: back(3)[0] as string },
    ]
    expect(judge({ absentOn: back(29, 15, 8, 3, 2, 1), warned })).toEqual([])
    expect(judge({ absentOn: back(15, 8, 3, 2, 1, 0), warned })).toEqual([])
    expect(judge({ incidentsOn: back(9, 5, 2), warned })).toMatchObject([{ level: 'incidents' }])
  })

  test('of chronic absence is a share of the school year, said once a year and instead of the lower one', () => {
    const since = yearOf(on)
    expect(since).toBe('2026-07-01')
    const many = back(...Array.from({ length: 12 }, (_, at) => at * 2))
    expect(judge({ absentOn: many }).map(({ level }) => level)).toEqual(['chronic_absence'])
    const warned: Warned[] = [{ level: 'chronic_absence', evidenceOn: many, madeOn: '2026-09-30' }]
    expect(judge({ absentOn: many, warned }).map(({ level }) => level)).toEqual(['absences'])
    const lastYear: Warned[] = [{ level: 'chronic_absence', evidenceOn: [], madeOn: '2026-05-04' }]
    expect(judge({ absentOn: many, warned: lastYear }).map(({ level }) => level)).toEqual(['chronic_absence'])
  })

  test('never rests on days a warning rested on before, whatever came in which order', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })
    fc.assert(
      fc.property(days, (ago) => {
        const incidentsOn = back(...ago)
        const warned: Warned[] = []
        for (let day = 60; day >= 0; day -= 1) {
          const today = back(day)[0] as string
          const known = incidentsOn.filter((each) => each <= today)
          for (const each of judge({ incidentsOn: known, warned, on: today })) {
            expect(each.evidenceOn.length).toBeGreaterThanOrEqual(3)
            warned.push({ ...each, madeOn: today })
          }
        }
        const all = warned.flatMap(({ evidenceOn }) => evidenceOn)
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })
})
