import { describe, expect, test } from 'vitest'
import { complete, entry, running } from '#tests/support/incident-facts.ts'
import { dispositions } from './entry.ts'
import { isToldOutside, itemsOf, officeTold, usuallyTold } from './outside.ts'
import { blanksOf } from './rules.ts'
import { crisisResponses } from '#standards/contract.ts'

const called = (what: string) => ({ kind: 'response_called' as const, what })

describe('Who hears of a student outside the school in a crisis', () => {
  test('is whoever is called from outside, who takes over, and who treats the student', () => {
    expect(crisisResponses.filter((what) => officeTold(called(what)) === undefined)).toEqual(['school_team'])
    const over = dispositions.filter((what) => officeTold({ kind: 'handed_over', what }) !== undefined)
    expect(over).toEqual(['with_mobile_crisis', 'stabilization', 'emergency_department', 'law_enforcement'])
    expect(officeTold({ kind: 'clinician_told', what: 'emergency' })).toBe('agency')
    for (const what of ['consent', 'none_known'])
      expect(officeTold({ kind: 'clinician_told', what })).toBeUndefined()
    expect(officeTold({ kind: 'rubric_run', what: 'high' })).toBeUndefined()
  })

  test('hears what it usually does, unless somebody says otherwise; nothing ticked is nothing told', () => {
    const usual = { items: [], itemsAsked: false }
    expect(itemsOf(called('mobile_crisis'), usual)).toEqual(usuallyTold(called('mobile_crisis')))
    expect(itemsOf(called('crisis_line'), usual)).not.toContain('identity')
    expect(itemsOf(called('mobile_crisis'), { ...usual, items: ['whereabouts'] })).toEqual(['whereabouts'])
    expect(itemsOf(called('mobile_crisis'), { items: [], itemsAsked: true })).toEqual([])
    expect(itemsOf(called('school_team'), { items: ['identity'], itemsAsked: true })).toBeNull()
  })

  test('makes the record ask for the danger; where nothing was told, or before this was kept, it asks for none', () => {
    const items = ['identity']
    expect(blanksOf(running(complete()))).toEqual([])
    const told = complete().map((each) => (each.kind === 'response_called' ? { ...each, items } : each))
    expect(told.filter((each) => isToldOutside(each))).toHaveLength(1)
    expect(blanksOf(running(told))).toEqual(['danger_blank'])
    expect(blanksOf(running([...told, entry({ kind: 'danger_said', words: 'x' })]))).toEqual([])
    const nothing = told.map((each) => (each.items === null ? each : { ...each, items: [] }))
    expect(blanksOf(running(nothing))).toEqual([])
  })
})
