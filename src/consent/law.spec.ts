import { describe, expect, test } from 'vitest'
import { type Consent, type Method, releaseScopes, serviceScopes } from './consent.ts'
import { answer, consent } from './consents-for-specs.ts'
import { elementsIn, elementsOf, isSpoken, lawsFor, missingElements } from './law.ts'

const toAgency = consent({ answers: [answer('referral_disclosure', true)] })
const toSchool = consent({ answers: [answer('status_feedback', true)] })

describe('Which law a question falls under', () => {
  test('the school’s own records under FERPA, an agency’s under HIPAA, with Part 2 where substance-use care is given', () => {
    expect(lawsFor('referral_disclosure', false)).toEqual(['ferpa'])
    expect(lawsFor('academic_observations', true)).toEqual(['ferpa'])
    for (const scope of [
      'status_feedback',
      'participation',
      'safety_signals',
      'care_coordination',
    ] as const) {
      expect(lawsFor(scope, false)).toEqual(['hipaa'])
      expect(lawsFor(scope, true)).toEqual(['hipaa', 'part_two'])
    }
    for (const scope of serviceScopes) expect(lawsFor(scope, true)).toEqual([])
  })
})

describe('What a release must hold', () => {
  test('a release that was asked in the words of today lacks nothing, whichever way it goes', () => {
    for (const scope of releaseScopes)
      for (const partTwo of [false, true])
        expect(missingElements(consent({ partTwo, answers: [answer(scope, true)] }), scope)).toEqual([])
  })

  const without: readonly [string, Partial<Consent>, string][] = [
    [
      'what is disclosed',
      { answers: [{ ...answer('referral_disclosure', true), items: [] }] },
      'ferpa.records',
    ],
    ['a purpose', { purpose: ' ' }, 'ferpa.purpose'],
    ['a recipient', { partnerId: '' }, 'ferpa.recipient'],
    ['a witness or a signature', { witness: null }, 'ferpa.signature'],
    ['a date', { givenAt: new Date(Number.NaN) }, 'ferpa.date'],
    [
      'a parent or a student of 18',
      { grantorKind: 'student', grantorAge: 17 },
      'ferpa.parent_or_eligible_student',
    ],
  ]
  test.each(without)('without %s the missing element is named', (_what, lacking, element) => {
    expect(missingElements({ ...toAgency, ...lacking }, 'referral_disclosure')).toEqual([element])
  })

  test('a student of 18 holds a parent’s rights over school records', () => {
    const own = { ...toAgency, grantorKind: 'student' as const, grantorAge: 18 }
    expect(missingElements(own, 'referral_disclosure')).toEqual([])
  })

  test('six core elements and three statements of an authorization, each missed by name', () => {
    const bare: Consent = {
      ...toSchool,
      purpose: '',
      endsOn: '',
      authority: '',
      wordingVersion: 'questions 1',
    }
    expect(
      missingElements(
        { ...bare, answers: [{ ...answer('status_feedback', true), items: [] }] },
        'status_feedback',
      ),
    ).toEqual([
      'hipaa.records',
      'hipaa.purpose',
      'hipaa.expiry',
      'hipaa.authority',
      'hipaa.statement_revoke',
      'hipaa.statement_refusal',
      'hipaa.statement_passed_on',
    ])
    expect(elementsOf('hipaa')).toHaveLength(11)
  })

  test('words that did not say the three statements let an agency tell nothing, and the school send', () => {
    const earlier = { wordingVersion: 'questions 1' }
    expect(missingElements({ ...toAgency, ...earlier }, 'referral_disclosure')).toEqual([])
    expect(missingElements({ ...toSchool, ...earlier, partTwo: true }, 'status_feedback')).toEqual([
      'hipaa.statement_revoke',
      'hipaa.statement_refusal',
      'hipaa.statement_passed_on',
      'part_two.statement_revoke',
      'part_two.statement_passed_on',
      'part_two.statement_refusal',
    ])
  })

  test('words nobody knows say nothing', () => {
    expect(missingElements({ ...toSchool, wordingVersion: 'another form' }, 'status_feedback')).toContain(
      'hipaa.statement_revoke',
    )
  })

  test('what is there is shown beside what is missing', () => {
    const shown = elementsIn({ ...toAgency, witness: null }, 'referral_disclosure')
    expect(shown).toHaveLength(elementsOf('ferpa').length)
    expect(shown.filter(({ there }) => !there)).toEqual([{ element: 'ferpa.signature', there: false }])
  })

  test('a spoken answer is told from a signed one', () => {
    const by = (method: Method, documentReference: string | null) => isSpoken({ method, documentReference })
    expect([by('phone_witnessed', null), by('in_person', null)]).toEqual([true, true])
    expect([by('paper', 'Cabinet 3'), by('e_signature', 'E-1'), by('phone_witnessed', 'Form 7')]).toEqual([
      false,
      false,
      false,
    ])
  })
})
