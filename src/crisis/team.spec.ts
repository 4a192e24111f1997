import { describe, expect, test } from 'vitest'
import { missingFrom, type TeamKind } from './team.ts'

describe('A crisis team', () => {
  const of = (...kinds: TeamKind[]) => kinds.map((kind) => ({ kind, endedAt: null }))

  test('is not complete without a caregiver or a community partner', () => {
    expect(missingFrom(of('professional', 'caregiver', 'community'))).toEqual([])
    expect(missingFrom(of('professional', 'community'))).toEqual(['caregiver'])
    expect(missingFrom(of('professional', 'caregiver'))).toEqual(['community'])
    expect(missingFrom([])).toEqual(['professional', 'caregiver', 'community'])
  })

  test('whoever left it is not on it', () => {
    const left = [...of('professional', 'caregiver'), { kind: 'community' as const, endedAt: new Date() }]
    expect(missingFrom(left)).toEqual(['community'])
  })
})
