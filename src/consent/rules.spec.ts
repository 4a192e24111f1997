import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packetItems, releaseScopes, type Scope } from './consent.ts'
import { answer, at, consent } from './consents-for-specs.ts'
import { itemsAllowed, questionsFor } from './agreed-items.ts'
import { covers, obstaclesToRecording, type RecordingFacts, standingOf } from './rules.ts'

const asked = (scope: Scope, day: number, partnerId = 'cedar') => ({ scope, partnerId, now: at(day) })

describe('What a consent covers', () => {
  const yes = consent({ answers: [answer('referral_disclosure', true)] })

  test('exactly its question, its agency and its time [R127] [R131]', () => {
    expect(covers(yes, asked('referral_disclosure', 5))).toBe(true)
    expect(covers(yes, asked('status_feedback', 5))).toBe(false)
    expect(covers(yes, asked('referral_disclosure', 5, 'northbank'))).toBe(false)
    expect(covers(yes, asked('referral_disclosure', 21))).toBe(false)
    expect(covers({ ...yes, startsAt: at(3), givenAt: at(3) }, asked('referral_disclosure', 2))).toBe(false)
  })

  test('nothing from the instant it is ended [R130]', () => {
    const ended = { ...yes, revokedAt: at(5) }
    expect(covers(ended, { ...asked('referral_disclosure', 5), now: new Date(at(5).getTime() - 1) })).toBe(
      true,
    )
    expect(covers(ended, asked('referral_disclosure', 5))).toBe(false)
  })
})

const arbitrary = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 20 }),
    yes: fc.boolean(),
    scope: fc.constantFrom(...releaseScopes),
    revokedAfter: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    lasts: fc.integer({ min: 1, max: 10 }),
  }),
  { maxLength: 12 },
)
const consentsFrom = (
  given: readonly {
    day: number
    yes: boolean
    scope: Scope
    revokedAfter: number | undefined
    lasts: number
  }[],
) =>
  given.map((each, i) =>
    consent({
      id: String(i).padStart(3, '0'),
      givenAt: at(each.day),
      startsAt: at(each.day),
      endsAt: at(each.day + each.lasts),
      revokedAt: each.revokedAfter === undefined ? null : at(each.day + each.revokedAfter),
      answers: [answer(each.scope, each.yes)],
    }),
  )

describe('Where a question stands', () => {
  test('whatever was said before: in force exactly when the latest answer is a yes that still holds', () => {
    fc.assert(
      fc.property(
        arbitrary,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(...releaseScopes),
        (given, day, scope) => {
          const consents = consentsFrom(given)
          const standing = standingOf(consents, asked(scope, day))
          const known = consents.filter((each) => each.givenAt <= at(day) && each.answers[0]?.scope === scope)
          const latest = known
            .toSorted((a, b) => a.givenAt.getTime() - b.givenAt.getTime() || (a.id < b.id ? -1 : 1))
            .at(-1)
          expect(standing.is === 'in_force').toBe(latest !== undefined && covers(latest, asked(scope, day)))
          expect(standing.is === 'not_asked').toBe(latest === undefined)
        },
      ),
    )
  })

  test('a yes that was ended does not let an older yes come back', () => {
    const older = consent({ id: '1', answers: [answer('status_feedback', true)] })
    const newer = consent({
      id: '2',
      givenAt: at(2),
      revokedAt: at(3),
      answers: [answer('status_feedback', true)],
    })
    expect(standingOf([older, newer], asked('status_feedback', 4))).toMatchObject({
      is: 'withdrawn',
      since: at(3),
    })
  })
})

describe('What may cross', () => {
  const agreement = {
    schoolToPartner: ['identity', 'reason', 'grades'],
    partnerToSchool: ['status', 'appointment', 'safety_signal'],
  }

  test('only what the agreement and the family both let through [R031] [R152]', () => {
    expect(itemsAllowed(agreement, [answer('referral_disclosure', true)])).toEqual(['identity', 'reason'])
    expect(itemsAllowed(agreement, [answer('referral_disclosure', false)])).toEqual([])
    expect(itemsAllowed({ ...agreement, schoolToPartner: [...packetItems] }, [])).toEqual([])
  })

  test('a question nobody could use is not asked', () => {
    expect(questionsFor(agreement)).toEqual(['referral_disclosure', 'status_feedback', 'safety_signals'])
  })
})

test('every reason answers cannot be kept is named, in the order a person would clear them', () => {
  const facts: RecordingFacts = {
    partnerId: null,
    referralEnded: true,
    grantorKind: 'student',
    grantor: undefined,
    age: 15,
    own: { age: 15, rule: undefined },
    minorConsented: false,
    method: 'paper',
    language: 'so',
    interpreter: undefined,
    witness: undefined,
    documentReference: undefined,
    scans: 0,
    answered: [],
    endsOn: '2026-10-12',
    today: '2026-10-13',
  }
  expect(obstaclesToRecording(facts)).toEqual([
    'no_partner',
    'referral_ended',
    'minor_rule_missing',
    'interpreter_missing',
    'document_missing',
    'nothing_answered',
    'ends_before_today',
  ])
})

test('a scan stands for the place where the paper is kept, and belongs to a consent on paper alone', () => {
  const facts: RecordingFacts = {
    partnerId: 'cedar',
    referralEnded: false,
    grantorKind: 'caregiver',
    grantor: { name: 'Carmen', relationship: 'mother', authority: 'may_consent', endedOn: null },
    age: 17,
    own: undefined,
    minorConsented: false,
    method: 'paper',
    language: 'es-MX',
    interpreter: undefined,
    witness: 'Rosa',
    documentReference: undefined,
    scans: 1,
    answered: ['referral_disclosure'],
    endsOn: '2027-06-30',
    today: '2026-10-13',
  }
  expect(obstaclesToRecording(facts)).toEqual([])
  expect(obstaclesToRecording({ ...facts, language: 'so' })).toEqual(['interpreter_missing'])
  expect(obstaclesToRecording({ ...facts, language: 'so', interpreter: 'Rosa' })).toEqual([])
  expect(obstaclesToRecording({ ...facts, scans: 0 })).toEqual(['document_missing'])
  expect(obstaclesToRecording({ ...facts, method: 'phone_witnessed' })).toEqual(['scan_not_paper'])
})
