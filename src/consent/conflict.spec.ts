import { describe, expect, test } from 'vitest'
import type { Answer, Consent } from './consent.ts'
import { answer, at, consent } from './consents-for-specs.ts'
import { standingOf } from './rules.ts'

const said = (yes: boolean, given: Partial<Consent>, settledAt?: Date): Consent => {
  const { answers, ...rest } = consent({ answers: [answer('status_feedback', yes)], ...given })
  const settled = settledAt === undefined ? {} : { settledAt: settledAt.toISOString() }
  return { ...rest, answers: answers.map((each): Answer => ({ ...each, ...settled })) }
}
const mother = { id: '1', caregiverId: 'mother', givenAt: at(2), startsAt: at(2) }
const father = { id: '2', caregiverId: 'father', givenAt: at(4), startsAt: at(4) }
const stands = (consents: readonly Consent[], day = 6) =>
  standingOf(consents, { scope: 'status_feedback', partnerId: 'cedar', now: at(day) })

describe('Two who may consent', () => {
  test('and differ: nothing is in force, whoever spoke last', () => {
    expect(stands([said(true, mother), said(false, father)])).toMatchObject({
      is: 'conflicting',
      since: at(4),
    })
    expect(stands([said(false, mother), said(true, father)])).toMatchObject({ is: 'conflicting' })
  })

  test('and agree: the latest answer stands', () => {
    expect(stands([said(true, mother), said(true, father)])).toMatchObject({
      is: 'in_force',
      consent: { id: '2' },
    })
    expect(stands([said(false, mother), said(false, father)]).is).toBe('declined')
  })

  test('one who changes their own mind is no conflict', () => {
    expect(stands([said(true, mother), said(false, { ...father, caregiverId: 'mother' })]).is).toBe(
      'declined',
    )
  })

  test('another agency, and another question, are no conflict', () => {
    expect(stands([said(true, mother), said(false, { ...father, partnerId: 'northbank' })]).is).toBe(
      'in_force',
    )
    const other = consent({ ...father, answers: [answer('participation', false)] })
    expect(stands([said(true, mother), other]).is).toBe('in_force')
  })

  test('a yes taken back is the no of whoever gave it', () => {
    const takenBack = said(true, { ...mother, revokedAt: at(5) })
    expect(stands([takenBack, said(true, father)])).toMatchObject({ is: 'conflicting', since: at(5) })
    expect(stands([takenBack, said(true, father)], 4).is).toBe('in_force')
  })

  test('an answer that ended by itself differs from nothing', () => {
    expect(stands([said(false, { ...mother, endsAt: at(5) }), said(true, father)]).is).toBe('in_force')
  })

  test('what a student answered alone stands in conflict with nobody', () => {
    const own = { grantorKind: 'student' as const, caregiverId: null, grantorAge: 18 }
    expect(stands([said(false, mother), said(true, { ...father, ...own })]).is).toBe('in_force')
  })
})

describe('A person decides', () => {
  test('whose answer counts, from that moment on', () => {
    const decided = [said(true, mother, at(5)), said(false, father)]
    expect(stands(decided, 4).is).toBe('conflicting')
    expect(stands(decided, 5)).toMatchObject({ is: 'in_force', consent: { id: '1' } })
    expect(stands([said(true, mother), said(false, father, at(5))], 5).is).toBe('declined')
  })

  test('until either says something new', () => {
    const again = said(false, { ...father, id: '3', givenAt: at(7), startsAt: at(7) })
    const decided = [said(true, mother, at(5)), said(false, father)]
    expect(stands([...decided, again], 8).is).toBe('conflicting')
  })

  test('and whoever was decided for may still take it back', () => {
    const takenBack = said(true, { ...mother, revokedAt: at(7) }, at(5))
    expect(stands([takenBack, said(false, father)], 8).is).toBe('withdrawn')
  })
})
