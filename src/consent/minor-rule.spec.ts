import { describe, expect, test } from 'vitest'
import { ageOn } from '#people/contract.ts'
import { type MinorRule, obstaclesToAdding, obstaclesToApproving, ownAnswer, ruleFor } from './minor-rule.ts'

const rule: MinorRule = {
  id: '1',
  state: 'OR',
  care: 'mental_health',
  fromAge: 14,
  caregiverTold: false,
  source: 'A statute',
  sample: false,
  inForceFrom: '2026-01-01',
  inForceUntil: null,
  addedBy: 'ruth',
  addedByName: 'Ruth',
  approvedBy: 'Counsel',
  approvedOn: '2026-02-01',
}
const at = { state: 'OR', care: 'mental_health', on: '2026-10-13' } as const

describe('Which rule holds', () => {
  test('an approved one of the state and the care, on that day [R151]', () => {
    expect(ruleFor([rule], at)).toBe(rule)
    for (const other of [
      { ...rule, approvedOn: null, approvedBy: null },
      { ...rule, sample: true },
      { ...rule, state: 'WA' },
      { ...rule, care: 'substance_use' as const },
      { ...rule, inForceFrom: '2026-10-14' },
      { ...rule, inForceUntil: '2026-10-12' },
    ])
      expect(ruleFor([other], at)).toBeUndefined()
  })

  test('the latest where several do', () => {
    const later = { ...rule, id: '2', inForceFrom: '2026-09-01', fromAge: 15 }
    expect(ruleFor([later, rule], at)).toBe(later)
  })
})

describe('Whether a student may answer alone', () => {
  const answered = ['status_feedback'] as const
  test('follows the rule, and no age stands in the code [R151]', () => {
    expect(ownAnswer({ age: 14, rule }, answered)).toBe('may')
    expect(ownAnswer({ age: 13, rule }, answered)).toBe('too_young')
    expect(ownAnswer({ age: 13, rule: { ...rule, fromAge: 12 } }, answered)).toBe('may')
    expect(ownAnswer({ age: 17, rule: undefined }, answered)).toBe('minor_rule_missing')
    expect(ownAnswer({ age: null, rule }, answered)).toBe('birth_date_missing')
  })

  test('a student of 18 needs no rule for school records, and one for an agency’s', () => {
    expect(ownAnswer({ age: 18, rule: undefined }, ['referral_disclosure'])).toBe('may')
    expect(ownAnswer({ age: 18, rule: undefined }, ['referral_disclosure', 'services'])).toBe(
      'minor_rule_missing',
    )
    expect(ownAnswer({ age: 17, rule: undefined }, ['referral_disclosure'])).toBe('minor_rule_missing')
  })

  test('age is counted in whole years, to the day', () => {
    expect(ageOn('2012-10-13', '2026-10-12')).toBe(13)
    expect(ageOn('2012-10-13', '2026-10-13')).toBe(14)
    expect(ageOn('2012-02-29', '2026-02-28')).toBe(13)
  })
})

describe('Writing a rule down', () => {
  test('it never ends before it begins', () => {
    expect(obstaclesToAdding({ inForceFrom: '2026-10-01', inForceUntil: '2026-09-30' })).toEqual([
      'ends_before_start',
    ])
    expect(obstaclesToAdding({ inForceFrom: '2026-10-01', inForceUntil: undefined })).toEqual([])
  })

  test('what ships is never approved, nobody approves their own, and no approval is of tomorrow', () => {
    const open = { ...rule, approvedBy: null, approvedOn: null }
    const facts = { rule: open, by: 'ines', approvedOn: '2026-10-13', today: '2026-10-13' }
    expect(obstaclesToApproving(facts)).toEqual([])
    expect(obstaclesToApproving({ ...facts, rule: { ...open, sample: true } })).toEqual(['is_sample'])
    expect(obstaclesToApproving({ ...facts, rule })).toEqual(['approved_already'])
    expect(obstaclesToApproving({ ...facts, by: 'ruth' })).toEqual(['wrote_it'])
    expect(obstaclesToApproving({ ...facts, approvedOn: '2026-10-14' })).toEqual(['not_yet'])
  })
})
