import { describe, expect, test } from 'vitest'
import { type Consent, type Method, releaseScopes, type Scope, serviceScopes } from './consent.ts'
import { answer, consent } from './consents-for-specs.ts'
import {
  type Element,
  elementsIn,
  elementsOf,
  isSpoken,
  type Law,
  laws,
  lawsFor,
  missingElements,
} from './law.ts'

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

  const itemsOfNone = (scope: Scope) => ({ answers: [{ ...answer(scope, true), items: [] }] })
  const older = { wordingVersion: 'questions 1' }
  /** What is taken from a whole release so that one element is gone; a statement goes with its version. */
  const without: Record<string, Partial<Consent>> = {
    parent_or_eligible_student: { grantorKind: 'student', grantorAge: 17, authority: 'minor_rule' },
    purpose: { purpose: 'something_else' },
    signature: { witness: null },
    date: { givenAt: new Date(Number.NaN) },
    expiry: { endsAt: new Date('2026-09-30T07:00:00Z') },
    authority: { authority: 'unknown' },
    patient: { studentId: '' },
    statement_revoke: older,
    statement_refusal: older,
    statement_passed_on: older,
  }
  const lacking = (law: Law, name: string, scope: Scope): Partial<Consent> => {
    if (name === 'records') return itemsOfNone(scope)
    if (name === 'discloser' || (name === 'recipient' && law === 'ferpa')) return { agencyNamed: ' ' }
    if (name === 'recipient') return { schoolNamed: null }
    return without[name] ?? {}
  }
  const nameOf = (element: Element) => element.split('.')[1] ?? ''
  const scopeOf = (law: Law): Scope => (law === 'ferpa' ? 'referral_disclosure' : 'status_feedback')
  const each = laws.flatMap((law) => elementsOf(law).map((element) => [law, element] as const))

  test.each(each)('under %s, whatever takes %s away is named, and nothing else is', (law, element) => {
    const scope = scopeOf(law)
    const whole = consent({ partTwo: law === 'part_two', answers: [answer(scope, true)] })
    expect(missingElements(whole, scope)).toEqual([])
    const missing = missingElements({ ...whole, ...lacking(law, nameOf(element), scope) }, scope)
    const name = nameOf(element)
    const expected = name.startsWith('statement_')
      ? ['statement_passed_on', 'statement_refusal', 'statement_revoke']
      : name === 'date'
        ? [...(law === 'ferpa' ? [] : ['expiry']), 'date']
        : [name]
    expect(missing).toContain(element)
    expect([...new Set(missing.map(nameOf))].toSorted()).toEqual(expected.toSorted())
  })

  test('there are six core elements of an authorization, in eight parts, and three statements', () => {
    expect(elementsOf('hipaa').map(nameOf)).toEqual([
      'records',
      'discloser',
      'recipient',
      'purpose',
      'expiry',
      'signature',
      'date',
      'authority',
      'statement_revoke',
      'statement_refusal',
      'statement_passed_on',
    ])
  })

  test('an item the question does not speak of, a name nobody signed with and a bond nobody named are gaps', () => {
    const at = (change: Partial<Consent>) => missingElements({ ...toSchool, ...change }, 'status_feedback')
    const more = { ...answer('status_feedback', true), items: ['status', 'identity'] as const }
    expect(at({ answers: [more] })).toEqual(['hipaa.records'])
    expect(at({ grantorName: '' })).toEqual(['hipaa.signature'])
    expect(at({ relationship: ' ' })).toEqual(['hipaa.authority'])
    const own = { grantorKind: 'student', authority: 'minor_rule', relationship: 'student' } as const
    expect(at({ ...own, grantorAge: 16 })).toEqual([])
    expect(at({ ...own, grantorAge: null })).toEqual(['hipaa.authority'])
  })

  test('a statement counts in a language its words are there in, or by an interpreter who is named', () => {
    const at = (change: Partial<Consent>) => missingElements({ ...toSchool, ...change }, 'status_feedback')
    const nobody = ['hipaa.statement_revoke', 'hipaa.statement_refusal', 'hipaa.statement_passed_on']
    expect(at({ language: 'es-MX' })).toEqual([])
    expect(at({ language: 'so' })).toEqual(nobody)
    expect(at({ language: 'so', interpreter: 'Interpreter 4471' })).toEqual([])
    // Version 2 was not there in Arabic yet.
    expect(at({ language: 'ar' })).toEqual(nobody)
    expect(at({ language: 'ar', wordingVersion: 'questions 3' })).toEqual([])
  })

  test('other services are named as a class by the question, and not by one name', () => {
    const between = consent({ answers: [answer('care_coordination', true)], schoolNamed: null })
    expect(missingElements(between, 'care_coordination')).toEqual([])
    expect(missingElements({ ...between, wordingVersion: 'another form' }, 'care_coordination')).toContain(
      'hipaa.recipient',
    )
  })

  test('a student of 18 holds a parent’s rights over school records', () => {
    const own = { ...toAgency, grantorKind: 'student' as const, grantorAge: 18 }
    expect(missingElements(own, 'referral_disclosure')).toEqual([])
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
