import { describe, expect, test } from 'vitest'
import type { Consent, Scope } from './consent.ts'
import { answer, at, consent } from './consents-for-specs.ts'
import { type ConsentState, consentStates, consentStatesOf, type Known } from './consent-state.ts'

const known: Known = {
  partnerId: 'cedar',
  consents: [],
  reachable: true,
  requested: false,
  warnFrom: '2026-10-10',
  now: at(6),
}
const said = (answers: Partial<Record<Scope, boolean>>, given: Partial<Consent> = {}) =>
  consent({
    answers: Object.entries(answers).map(([scope, yes]) => answer(scope as Scope, yes)),
    ...given,
  })
const is = (consents: readonly Consent[], given: Partial<Known> = {}) =>
  consentStatesOf({ ...known, ...given, consents })
const yes = { referral_disclosure: true, status_feedback: true }
const father = { id: '2', caregiverId: 'father' }
const again = { id: '2', givenAt: at(3), startsAt: at(3) }

const scenes: Record<ConsentState, () => ConsentState[]> = {
  to_ask: () => is([]),
  requested: () => is([], { requested: true }),
  no_contact_details: () => is([], { reachable: false }),
  conflicting: () => is([said(yes), said({ referral_disclosure: false }, father)]),
  incomplete: () => is([said(yes, { wordingVersion: 'questions 1' })]),
  ending_soon: () => is([said(yes, { endsOn: '2026-10-09' })]),
  partial: () => is([said({ ...yes, participation: false })]),
  in_force: () => is([said(yes)]),
  declined: () => is([said({ referral_disclosure: false })]),
  withdrawn: () => is([said(yes, { revokedAt: at(5) })]),
  ended: () => is([said(yes, { endsAt: at(5) })]),
  superseded: () => is([said(yes), said(yes, again)]),
}

describe('Where consent stands on a referral', () => {
  test.each(consentStates)('%s is found by its own facts', (state) => {
    expect(scenes[state]()).toContain(state)
  })

  test('nobody answered, and somebody can be reached: to be asked, and nothing else', () => {
    expect(is([])).toEqual(['to_ask'])
    expect(is([], { partnerId: null })).toEqual(['to_ask'])
    expect(is([], { reachable: false })).toEqual(['no_contact_details'])
  })

  test('asked, and not answered: it is not to be asked, whatever stood there before', () => {
    expect(is([], { requested: true })).toEqual(['requested'])
    expect(is([], { requested: true, reachable: false })).toEqual(['requested'])
    expect(is([said(yes, { endsAt: at(5) })], { requested: true })).toEqual(['requested', 'ended'])
  })

  test('a conflict is no yes, and a part is no whole', () => {
    expect(scenes.conflicting()).not.toContain('in_force')
    expect(scenes.partial()).toEqual(['partial'])
    expect(scenes.in_force()).toEqual(['in_force'])
  })

  test('an answer given anew replaces the earlier one of the same person only', () => {
    expect(is([said(yes), said({ status_feedback: true }, again)])).not.toContain('superseded')
    expect(is([said(yes), said(yes, { ...again, caregiverId: 'father' })])).not.toContain('superseded')
  })
})
