import { describe, expect, test } from 'vitest'
import {
  codeEnds,
  codeFits,
  codeMarkOf,
  countedCodes,
  guestLimits,
  guestLinkEnds,
  guestLinkStanding,
  guestLinkWaits,
  type GuestLink,
} from './guest-link.ts'

const now = new Date('2026-10-14T19:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const link: GuestLink = {
  id: 'one',
  referralId: 'r',
  studentId: 's',
  partnerId: 'p',
  personId: 'x',
  assignmentId: 'a',
  askedAt: now,
  expiresAt: guestLinkEnds(now),
  sentAt: null,
  sentBy: null,
  notSent: null,
  codeMark: codeMarkOf('123456', 'one'),
  codeEndsAt: codeEnds(now),
  codeTries: 0,
  codesAsked: 0,
  codesSince: null,
  wrongTries: 0,
  openedAt: null,
  sessionEndsAt: null,
  closedAt: null,
  closedBecause: null,
  holds: true,
}

describe('A code', () => {
  test('opens its own link, for ten minutes and five tries', () => {
    expect(codeFits(link, '123456', now)).toBe(true)
    expect(codeFits(link, '123457', now)).toBe(false)
    expect(codeFits({ ...link, id: 'two' }, '123456', now)).toBe(false)
    expect(codeFits(link, '123456', later(9))).toBe(true)
    expect(codeFits(link, '123456', later(10))).toBe(false)
    expect(codeFits({ ...link, codeTries: 4 }, '123456', now)).toBe(true)
    expect(codeFits({ ...link, codeTries: 5 }, '123456', now)).toBe(false)
    expect(codeFits({ ...link, codeMark: null, codeEndsAt: null }, '123456', now)).toBe(false)
  })

  test('is asked for three times within a quarter of an hour, and then anew', () => {
    let asked: Pick<GuestLink, 'codesAsked' | 'codesSince'> = link
    for (const minutes of [0, 1, 2]) {
      const counted = countedCodes(asked, later(minutes))
      expect(counted).toBeDefined()
      asked = counted ?? asked
    }
    expect(asked).toEqual({ codesAsked: guestLimits.codesAtOnce, codesSince: now })
    expect(countedCodes(asked, later(14))).toBeUndefined()
    expect(countedCodes(asked, later(15))).toEqual({ codesAsked: 1, codesSince: later(15) })
  })
})

describe('A link to a referral', () => {
  test('waits while what gives it stands, it was not ended, and its month is not over', () => {
    expect(guestLinkWaits(link, now)).toBe(true)
    expect(guestLinkWaits({ ...link, holds: false }, now)).toBe(false)
    expect(guestLinkWaits({ ...link, closedAt: now }, now)).toBe(false)
    expect(guestLinkWaits(link, later(30 * 24 * 60))).toBe(false)
  })

  test('says where it stands: what ended it first, then how far it got', () => {
    const stands = (changes: Partial<GuestLink>, at = now) => guestLinkStanding({ ...link, ...changes }, at)
    expect(stands({})).toBe('sending')
    expect(stands({ notSent: 'no_address' })).toBe('not_sent')
    expect(stands({ sentAt: now })).toBe('sent')
    expect(stands({ sentAt: now, openedAt: now })).toBe('opened')
    expect(stands({ openedAt: now }, later(30 * 24 * 60))).toBe('ended')
    expect(stands({ openedAt: now, holds: false })).toBe('over')
    expect(stands({ holds: false, closedAt: now, closedBecause: 'guessed' })).toBe('guessed')
  })
})
