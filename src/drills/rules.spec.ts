import { describe, expect, test } from 'vitest'
import { DrillLibrary, sampleDrills } from '#standards/drills.ts'
import {
  drillStanding,
  namedLike,
  nextDrillOn,
  obstaclesToAdding,
  obstaclesToBeginning,
  obstaclesToCallingOff,
  obstaclesToCompleting,
  obstaclesToFinishing,
} from './rules.ts'

const at = { everyDays: 180, today: '2026-10-13' }
const open = { completedAt: null, calledOffAt: null, kind: 'tabletop', begunAt: null } as const
const timed = { ...open, kind: 'timed' } as const
const begun = { ...timed, begunAt: new Date() }

describe('The next drill of a school', () => {
  test('is so many days after the last one, and late only once that day has passed', () => {
    const held = { liveOn: '2026-01-05', lastHeldOn: '2026-04-16' }
    expect(nextDrillOn(held, 180)).toBe('2026-10-13')
    expect(drillStanding(held, at)).toBe('due')
    expect(drillStanding(held, { ...at, today: '2026-10-14' })).toBe('overdue')
    expect(drillStanding({ ...held, lastHeldOn: '2026-10-14' }, { ...at, today: '2026-10-14' })).toBe('due')
  })

  test('is owed before a school begins, and nothing is late while it has no day to begin', () => {
    expect(nextDrillOn({ liveOn: '2026-10-13', lastHeldOn: null }, 180)).toBe('2026-10-13')
    expect(drillStanding({ liveOn: '2026-10-12', lastHeldOn: null }, at)).toBe('overdue')
    expect(drillStanding({ liveOn: null, lastHeldOn: null }, at)).toBe('not_live')
  })

  test('an interval of the district is the one that counts', () => {
    expect(nextDrillOn({ liveOn: null, lastHeldOn: '2026-10-01' }, 30)).toBe('2026-10-31')
  })
})

describe('A drill', () => {
  test('is completed by somebody who took part, on a day that has come, and once', () => {
    const given = { heldOn: '2026-10-13', present: 1, today: '2026-10-13' }
    expect(obstaclesToCompleting(open, given)).toEqual([])
    expect(obstaclesToCompleting(open, { ...given, heldOn: '2026-10-14', present: 0 })).toEqual([
      'held_ahead',
      'nobody_took_part',
    ])
    const held = { ...open, completedAt: new Date() }
    expect(obstaclesToCompleting(held, given)).toEqual(['completed_already'])
    expect(obstaclesToCallingOff(held)).toEqual(['completed_already'])
    expect(obstaclesToCallingOff({ ...open, calledOffAt: new Date() })).toEqual(['called_off_already'])
  })

  test('against the clock begins once, with somebody who leads, and is held only after that', () => {
    expect(obstaclesToBeginning(timed, { someoneLeads: true })).toEqual([])
    expect(obstaclesToBeginning(open, { someoneLeads: false })).toEqual(['not_timed', 'nobody_leads'])
    expect(obstaclesToBeginning(begun, { someoneLeads: true })).toEqual(['begun_already'])
    const given = { heldOn: '2026-10-13', present: 1, today: '2026-10-13' }
    expect(obstaclesToCompleting(timed, given)).toEqual(['not_begun'])
    expect(obstaclesToCompleting(begun, given)).toEqual([])
  })

  test('takes others who took part once it began or was held', () => {
    expect(obstaclesToAdding(timed)).toEqual(['not_begun'])
    expect(obstaclesToAdding(begun)).toEqual([])
    expect(obstaclesToAdding({ ...open, completedAt: new Date() })).toEqual([])
    expect(obstaclesToAdding({ ...begun, calledOffAt: new Date() })).toEqual(['called_off_already'])
  })

  test('people are found by parts of their names, and how many are not shown is said', () => {
    const people = ['Zoë Adair', 'Joan Hale', 'Joanna Ito'].map((name) => ({ name }))
    const found = (typed: string, most = 5) => namedLike(people, { typed, most })
    expect(found('joan').shown).toEqual([{ name: 'Joan Hale' }, { name: 'Joanna Ito' }])
    expect(found('ito JOA').shown).toEqual([{ name: 'Joanna Ito' }])
    expect(found('zoe')).toEqual({ shown: [{ name: 'Zoë Adair' }], more: 0 })
    expect(found('', 2)).toEqual({ shown: people.slice(0, 2), more: 1 })
  })

  test('what it showed ends once, and only a change that was asked for is a change', () => {
    const asked = { outcome: null, leadsTo: 'standard' } as const
    expect(obstaclesToFinishing(asked, 'standard_changed')).toEqual([])
    expect(obstaclesToFinishing({ ...asked, leadsTo: 'action' }, 'standard_changed')).toEqual([
      'no_change_asked',
    ])
    expect(obstaclesToFinishing({ ...asked, outcome: 'done' }, 'done')).toEqual(['finished_already'])
  })
})

describe('The library of scenarios', () => {
  test('ships with some, and one code is one scenario', () => {
    expect(DrillLibrary.safeParse(sampleDrills).success).toBe(true)
    const [first] = sampleDrills.scenarios
    expect(DrillLibrary.safeParse({ scenarios: [first, first] }).success).toBe(false)
    expect(DrillLibrary.safeParse({ scenarios: [] }).success).toBe(false)
  })
})
