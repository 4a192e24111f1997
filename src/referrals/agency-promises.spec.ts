import { describe, expect, test } from 'vitest'
import { promisesOfAgency } from './agency-promises.ts'
import type { InboxEntry } from './inbox.ts'

const now = new Date('2026-10-13T20:30:00Z')
const later = new Date('2026-10-14T20:30:00Z')
const before = new Date('2026-10-12T20:30:00Z')
const arrived: InboxEntry = {
  id: 'one',
  studentId: 'student',
  state: 'sent',
  runsFaster: true,
  tier: null,
  highNeed: true,
  items: ['identity'],
  name: 'Sofia Delgado',
  reason: '',
  school: '',
  nextDueAt: later,
  firstSeenAt: null,
  engagedAt: null,
  lastSaidAt: null,
  shares: true,
  askedVisitId: null,
  askedKind: null,
  askedAt: null,
  nextVisitAt: null,
  monthDueAt: null,
}
const owed = (change: Partial<InboxEntry>) =>
  promisesOfAgency([{ ...arrived, ...change }], { stops: [], alerts: [] }, now).map(({ kind, dueAt }) => [
    kind,
    dueAt,
  ])

describe('What an agency owes', () => {
  test('is one thing on each referral, with the day of the referral’s own clock', () => {
    expect(owed({})).toEqual([['receipt', later]])
    expect(owed({ state: 'received' })).toEqual([['answer', later]])
    expect(owed({ state: 'accepted' })).toEqual([['booking', later]])
    expect(owed({ state: 'scheduled', askedVisitId: 'visit', askedAt: before })).toEqual([['result', before]])
    expect(owed({ state: 'in_service', monthDueAt: later })).toEqual([['month', later]])
  })

  test('is nothing while a visit is ahead, or where the agency may not tell the school', () => {
    expect(owed({ state: 'scheduled', nextVisitAt: later })).toEqual([])
    expect(owed({ shares: false })).toEqual([])
  })

  test('is to read that sharing stopped, of somebody with initials only', () => {
    const stop = { id: 'stop', referralId: 'one', studentId: 'student', because: 'withdrawn' as const }
    expect(
      promisesOfAgency(
        [],
        { stops: [{ ...stop, madeAt: before, dueAt: later, name: 'Sofia Delgado' }], alerts: [] },
        now,
      ),
    ).toEqual([expect.objectContaining({ kind: 'stop', studentName: 'S. D.', dueAt: later, aboutId: 'one' })])
  })
})
