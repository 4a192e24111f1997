import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CrisisStandard,
  crisisResponses,
  departureOf,
  isExternal,
  levelOf,
  neededPolicies,
  type RiskLevel,
  riskLevels,
} from './crisis.ts'
import { sampleCrisis } from './shipped-crisis.ts'

const because = (change: object) =>
  CrisisStandard.safeParse({ ...sampleCrisis, ...change }).error?.issues.map(({ message }) => message)
const codes = sampleCrisis.items.map(({ code }) => code)
const all = (level: RiskLevel) => Object.fromEntries(codes.map((code) => [code, level]))

describe('The crisis standard', () => {
  test('names a response for each level, and says of each response when it is for', () => {
    expect(because({})).toBeUndefined()
    expect(because({ responses: sampleCrisis.responses.slice(1) })).toEqual([
      'Say of each response when it is for',
    ])
    expect(because({ tree: { ...sampleCrisis.tree, low: undefined } })).toHaveLength(1)
  })

  test('a high result never stays with the school, and nothing below it goes to emergency services', () => {
    expect(because({ tree: { ...sampleCrisis.tree, high: 'school_team' } })).toEqual([
      'A high result needs help from outside the school',
    ])
    for (const level of ['low', 'moderate'] as const) {
      expect(because({ tree: { ...sampleCrisis.tree, [level]: 'emergency_services' } })).toEqual([
        'Emergency services are for a high result',
      ])
    }
  })

  test('has both policies that every district has', () => {
    for (const left of neededPolicies) {
      expect(because({ policies: sampleCrisis.policies.filter(({ code }) => code === left) })).toEqual([
        'Both policies that every district has are on the register',
      ])
    }
  })

  test('is no diagnostic tool, and says so', () => {
    expect(because({ statement: 'A test of risk' })).toEqual(['Say that this is not a diagnostic tool'])
  })

  test('has no place for a school: there is no variant to hold', () => {
    expect(because({ schoolId: 'harlow' })).toEqual(['Unrecognized key: "schoolId"'])
  })
})

describe('A run of the rubric', () => {
  test('comes to the highest level that was answered, and to none while a question is open', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...riskLevels), { minLength: codes.length, maxLength: codes.length }),
        (said) => {
          const answers = Object.fromEntries(codes.map((code, at) => [code, said[at] as RiskLevel]))
          const highest = Math.max(...said.map((level) => riskLevels.indexOf(level)))
          expect(levelOf(sampleCrisis, answers)).toBe(riskLevels[highest])
          const { [codes[0] as string]: _, ...open } = answers
          expect(levelOf(sampleCrisis, open)).toBeUndefined()
        },
      ),
    )
  })

  test('one answer decides it, wherever it stands', () => {
    for (const code of codes) expect(levelOf(sampleCrisis, { ...all('low'), [code]: 'high' })).toBe('high')
  })
})

test('a response departs from the tree upwards or downwards, and every other one departs', () => {
  expect(departureOf(sampleCrisis, { level: 'moderate', response: 'mobile_crisis' })).toBeUndefined()
  expect(departureOf(sampleCrisis, { level: 'moderate', response: 'emergency_services' })).toBe('higher')
  expect(departureOf(sampleCrisis, { level: 'high', response: 'crisis_line' })).toBe('lower')
  for (const level of riskLevels) {
    const kept = crisisResponses.filter(
      (response) => departureOf(sampleCrisis, { level, response }) === undefined,
    )
    expect(kept).toEqual([sampleCrisis.tree[level]])
  }
  expect(crisisResponses.filter((response) => !isExternal(response))).toEqual(['school_team'])
})
