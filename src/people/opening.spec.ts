import { describe, expect, test } from 'vitest'
import {
  type Candidate,
  endOf,
  isEscalated,
  isMeant,
  isOpenAt,
  obstaclesToOpening,
  obstaclesToReview,
  reviewDueAt,
} from './opening.ts'

const openedAt = new Date('2026-10-13T20:30:00Z')
const after = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000)

describe('What is opened', () => {
  const opening = { openedAt, endsAt: endOf(openedAt), endedAt: null }

  test('is open for four hours, and closed at the end of the fourth', () => {
    expect(endOf(openedAt)).toEqual(after(240))
    expect(isOpenAt(opening, after(-1))).toBe(false)
    expect(isOpenAt(opening, openedAt)).toBe(true)
    expect(isOpenAt(opening, new Date(after(240).getTime() - 1))).toBe(true)
    expect(isOpenAt(opening, after(240))).toBe(false)
  })

  test('is closed from the instant somebody closes it', () => {
    expect(isOpenAt({ ...opening, endedAt: after(10) }, after(9))).toBe(true)
    expect(isOpenAt({ ...opening, endedAt: after(10) }, after(10))).toBe(false)
  })

  test('is the district head’s after three days without a review, and not once it has one', () => {
    expect(reviewDueAt(openedAt)).toEqual(after(72 * 60))
    expect(isEscalated({ openedAt, finding: null }, after(72 * 60 - 1))).toBe(false)
    expect(isEscalated({ openedAt, finding: null }, after(72 * 60))).toBe(true)
    expect(isEscalated({ openedAt, finding: 'needs_follow_up' }, after(99 * 60))).toBe(false)
  })
})

describe('Who is meant', () => {
  const sofia: Candidate = {
    id: 'a',
    givenName: 'Sofía',
    preferredName: 'Sofi',
    familyName: 'Delgado Ruiz',
    bornOn: '2013-03-02',
    schoolId: 'b',
  }

  test('is known by the date of birth, or by the whole name in any order and without accents', () => {
    expect(isMeant(sofia, { bornOn: '2013-03-02' })).toBe(true)
    expect(isMeant(sofia, { name: 'sofia delgado ruiz' })).toBe(true)
    expect(isMeant(sofia, { name: 'Delgado Ruiz, Sofi' })).toBe(true)
  })

  test('is not known by half a name, by more than the name, or by one of two proofs that are given', () => {
    for (const name of [
      'Sofia',
      'Delgado Ruiz',
      'Sofia Delgado',
      'S Delgado Ruiz',
      'Sofia Delgado Ruiz Perez',
    ])
      expect(isMeant(sofia, { name })).toBe(false)
    expect(isMeant(sofia, { bornOn: '2013-03-03' })).toBe(false)
    expect(isMeant(sofia, { bornOn: '2013-03-03', name: 'Sofia Delgado Ruiz' })).toBe(false)
    expect(isMeant(sofia, { bornOn: '2013-03-02', name: 'Sofia' })).toBe(false)
    expect(isMeant({ ...sofia, bornOn: null }, { bornOn: '2013-03-02' })).toBe(false)
    expect(isMeant(sofia, {})).toBe(false)
    expect(isMeant(sofia, { name: ' - ' })).toBe(false)
  })
})

describe('Breaking the glass', () => {
  const found = { id: 'a', schoolId: 'b' }
  const facts = { known: { bornOn: '2013-03-02' }, found, reached: false, open: false }

  test('needs somebody who is found, is beyond reach and is not open already', () => {
    expect(obstaclesToOpening(facts)).toEqual([])
    expect(obstaclesToOpening({ ...facts, known: {}, found: undefined })).toEqual(['nothing_known'])
    expect(obstaclesToOpening({ ...facts, found: undefined })).toEqual(['no_match'])
    expect(obstaclesToOpening({ ...facts, reached: true })).toEqual(['within_reach'])
    expect(obstaclesToOpening({ ...facts, open: true })).toEqual(['open_already'])
  })

  test('says nothing of anybody when nobody is found, whatever else is so', () => {
    expect(obstaclesToOpening({ ...facts, found: undefined, reached: true, open: true })).toEqual([
      'no_match',
    ])
  })

  test('is reviewed once, and never by who did it', () => {
    expect(obstaclesToReview({ isOwn: false, reviewed: false })).toEqual([])
    expect(obstaclesToReview({ isOwn: true, reviewed: false })).toEqual(['own'])
    expect(obstaclesToReview({ isOwn: true, reviewed: true })).toEqual(['own', 'reviewed_already'])
  })
})
