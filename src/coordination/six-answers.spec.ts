import { describe, expect, test } from 'vitest'
import { gapsOf, questions, type SixFacts } from './six-answers.ts'

const now = new Date('2026-10-13T20:30:00Z')
const due = new Date('2026-10-14T00:00:00Z')
const whole: SixFacts = {
  held: true,
  clinicianOwedSince: null,
  consentAsked: true,
  declined: false,
  nextVisitAt: due,
  unreportedAt: null,
  askFamily: false,
  nextVisitDueAt: null,
  onlyToClose: false,
  crisisLead: true,
  measured: true,
  navigator: 'Maya Okafor',
  partner: 'Cedar Street',
  decider: 'Daniel Reyes',
  nextOwner: 'partner',
  nextDueAt: due,
  handoffDueAt: due,
  measuresDueAt: due,
  head: 'Yolanda Price',
  now,
}

describe('six answers', () => {
  test('all six are there: no gap', () => {
    expect(gapsOf(whole)).toEqual([])
  })

  test('of a family that said no nobody outside, no visit and no measures are owed [R150]', () => {
    const nothing = { ...whole, held: false, nextVisitAt: null, measured: false }
    const asked = (facts: SixFacts) => gapsOf(facts).map(({ question }) => question)
    expect(asked(nothing)).toEqual(['responsibility', 'next_visit', 'progress'])
    expect(asked({ ...nothing, declined: true })).toEqual([])
    expect(asked({ ...nothing, declined: true, crisisLead: false })).toEqual(['risk'])
  })

  test('whatever is missing has an owner and a day, and the order never changes [R081]', () => {
    const gaps = gapsOf({
      ...whole,
      held: false,
      consentAsked: false,
      nextVisitAt: null,
      crisisLead: false,
      measured: false,
    })
    expect(gaps.map(({ question }) => question)).toEqual([...questions])
    for (const { owner, dueAt } of gaps) {
      expect(owner).not.toBe('')
      expect(dueAt).toBeInstanceOf(Date)
    }
  })

  test('an agency owes what is its turn, the navigator the rest, and who decided the measures', () => {
    const gaps = gapsOf({ ...whole, held: false, measured: false })
    expect(gaps.map(({ owner }) => owner)).toEqual(['Cedar Street', 'Daniel Reyes'])
    expect(gapsOf({ ...whole, held: false, nextOwner: 'navigator' })[0]?.owner).toBe('Maya Okafor')
  })

  test('a next visit is asked for until all that is left is to close the referral', () => {
    const unbooked = { ...whole, nextVisitAt: null }
    expect(gapsOf(unbooked).map(({ question }) => question)).toEqual(['next_visit'])
    expect(gapsOf({ ...unbooked, onlyToClose: true })).toEqual([])
  })

  test('a visit that is over and has no result: the agency owes it since that hour, or the family is asked', () => {
    const unreportedAt = new Date('2026-10-08T22:30:00Z')
    const over = { ...whole, nextVisitAt: null, unreportedAt, nextOwner: 'navigator' as const }
    const owed = { question: 'next_visit', dueAt: unreportedAt, resultOf: unreportedAt }
    expect(gapsOf(over)).toEqual([{ ...owed, owner: 'Cedar Street' }])
    expect(gapsOf({ ...over, askFamily: true })).toEqual([{ ...owed, owner: 'Maya Okafor' }])
    expect(gapsOf({ ...over, nextVisitAt: due })).toEqual([])
  })
})
