import { describe, expect, test } from 'vitest'
import type { IncidentReview, Marks } from './review.ts'
import { countedSteps, isLate, obstaclesToWriting, ownerOf } from './rules.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 9, 20, hour))
const owed: IncidentReview = {
  id: 'r',
  incidentId: 'i',
  studentId: 's',
  schoolId: 'k',
  ledBy: 'ruth',
  byAnother: true,
  ownerId: 'samuel',
  openedAt: at(8),
  dueAt: at(16),
  lateToldAt: null,
  marks: null,
  outcome: null,
  learned: null,
  nothingToImprove: false,
  writtenBy: null,
  writtenAt: null,
  version: 1,
}
const whole = { by: 'samuel', improvements: 1, nothing: false }

describe('A review of an incident', () => {
  test('is written by somebody else than who led, where the standard asks for that', () => {
    expect(obstaclesToWriting(owed, whole)).toEqual([])
    expect(obstaclesToWriting(owed, { ...whole, by: 'ruth' })).toEqual(['you_led'])
    expect(obstaclesToWriting({ ...owed, byAnother: false }, { ...whole, by: 'ruth' })).toEqual([])
  })

  test('says what is improved, or that nothing is, and is written once', () => {
    expect(obstaclesToWriting(owed, { ...whole, improvements: 0 })).toEqual(['improvement_missing'])
    expect(obstaclesToWriting(owed, { ...whole, improvements: 0, nothing: true })).toEqual([])
    expect(obstaclesToWriting({ ...owed, writtenAt: at(9) }, whole)).toEqual(['written_already'])
  })

  test('is late from the instant it is due, until it is written', () => {
    expect([isLate(owed, at(16)), isLate(owed, at(17))]).toEqual([false, true])
    expect(isLate({ ...owed, writtenAt: at(18) }, at(19))).toBe(false)
  })

  test('is owed by the first who did not lead, and by who led where nobody else is there', () => {
    const people = [{ id: 'ruth' }, { id: 'samuel' }]
    expect(ownerOf(people, owed)).toBe('samuel')
    expect(ownerOf(people, { ...owed, byAnother: false })).toBe('ruth')
    expect(ownerOf([{ id: 'ruth' }], owed)).toBe('ruth')
  })
})

test('steps are counted over reviews: each review counts once in each step', () => {
  const all = (following: Marks['safety']): Marks => ({
    safety: following,
    lead: following,
    roles: following,
    rubric: following,
    response: following,
    caregiver: following,
    clinician: following,
    report: following,
    handover: following,
    facts: following,
  })
  const counted = countedSteps([all('followed'), { ...all('followed'), lead: 'not_followed' }])
  expect(counted.find(({ step }) => step === 'lead')?.of).toEqual({
    followed: 1,
    not_followed: 1,
    not_documented: 0,
  })
  expect(counted.every(({ of }) => of.followed + of.not_followed + of.not_documented === 2)).toBe(true)
})
