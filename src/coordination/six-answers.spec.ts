import { describe, expect, test } from 'vitest'
import { gapsOf, questions, type SixFacts } from './six-answers.ts'

const now = new Date('2026-10-13T20:30:00Z')
const due = new Date('2026-10-14T00:00:00Z')
const whole: SixFacts = {
  held: true,
  consentAsked: true,
  nextVisitAt: due,
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
})
