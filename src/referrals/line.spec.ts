import { describe, expect, test } from 'vitest'
import { forkOf, type LineFacts, lineOf } from './line.ts'
import { accepted, now, on, open, scheduled, seen } from './line-facts-for-specs.ts'

const marks = (facts: LineFacts, at = now) => lineOf(facts, at).map(({ s }) => s)
const done = (count: number) => Array.from({ length: count }, () => 'done')
const next = (count: number) => Array.from({ length: count }, () => 'next')

describe('the line as it is drawn', () => {
  test('on its way: five steps travelled, the agency is answering', () => {
    expect(marks(open)).toEqual([...done(5), 'now', ...next(3)])
  })

  test('late once, back on track: the late handoff stays pointed, what the school owes now is a ring', () => {
    const late = { ...accepted, handoffCompletedAt: on('07') }
    expect(marks(late)).toEqual(['done', 'done', 'done', 'done late', 'done', 'done', 'due', ...next(2)])
  })

  test('missed and still owed: a visit was missed and nothing is booked', () => {
    const missed: LineFacts = {
      ...scheduled,
      missedAt: on('12'),
      nextStep: 'rebook_visit',
      nextOwner: 'navigator',
    }
    expect(marks(missed)).toEqual([...done(7), 'now late', 'next'])
  })

  test('not shared: what the agency may not tell is dotted, what happened before stays [R071]', () => {
    const unshared: LineFacts = {
      ...open,
      state: 'sent',
      receivedAt: null,
      notShared: true,
      nextStep: 'contact_family',
      nextOwner: 'navigator',
    }
    expect(marks(unshared)).toEqual([...done(4), 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'])
    const ended: LineFacts = { ...accepted, notShared: true }
    expect(marks(ended)).toEqual([...done(6), 'hidden', 'hidden', 'hidden'])
  })

  test('a visit the school booked itself is known, although the agency may tell nothing', () => {
    const booked: LineFacts = {
      ...open,
      state: 'sent',
      receivedAt: null,
      notShared: true,
      scheduledAt: on('06'),
    }
    expect(marks(booked)).toEqual([...done(4), 'hidden', 'hidden', 'done', 'hidden', 'hidden'])
  })

  test('family chose to stop: the line ends at consent, as a square and never in plum', () => {
    const stopped: LineFacts = {
      ...open,
      state: 'handoff_open',
      consentAt: null,
      declinedAt: on('06'),
      sentAt: null,
      receivedAt: null,
      nextStep: 'offer_school_support',
      nextOwner: 'navigator',
    }
    expect(marks(stopped)).toEqual([...done(2), 'end'])
    expect(lineOf(stopped, now).at(-1)).toMatchObject({ name: 'consent', at: on('06') })
  })

  test('a family that withdraws later ends the line where it stood', () => {
    const withdrawn: LineFacts = {
      ...scheduled,
      state: 'withdrawn',
      endedAt: on('12'),
      nextStep: null,
      nextOwner: null,
      nextLateAt: null,
    }
    expect(marks(withdrawn)).toEqual([...done(7), 'end'])
    expect(lineOf(withdrawn, now).at(-1)).toMatchObject({ name: 'seen', at: on('12') })
  })

  test('redirected: the first line ends at the no, the second begins with a new consent [R034]', () => {
    const gone: LineFacts = {
      ...open,
      state: 'redirected',
      endedAt: on('06'),
      nextStep: null,
      nextOwner: null,
      nextLateAt: null,
    }
    expect(
      lineOf(gone, now)
        .map(({ name, s }) => [name, s])
        .slice(-2),
    ).toEqual([
      ['received', 'done'],
      ['not_accepted', 'end'],
    ])
    const successor: LineFacts = { ...open, consentAt: on('08'), sentAt: on('08'), receivedAt: on('08') }
    const fork = forkOf(lineOf(successor, now))
    expect(fork.map(({ name }) => name)).toEqual([
      'new_consent',
      'received',
      'accepted',
      'scheduled',
      'seen',
      'one_month',
    ])
    expect(fork.map(({ s }) => s)).toEqual(['done', 'done', 'now', 'next', 'next', 'next'])
  })

  test('not accepted and not yet passed on: the step is owed again', () => {
    const declined: LineFacts = {
      ...open,
      state: 'not_accepted',
      nextStep: 'choose_partner',
      nextOwner: 'navigator',
    }
    expect(marks(declined)).toEqual([...done(5), 'due', ...next(3)])
    expect(marks({ ...declined, nextLateAt: on('09') })).toEqual([...done(5), 'late', ...next(3)])
  })

  test('complete: nine steps done', () => {
    const complete: LineFacts = {
      ...seen,
      state: 'closed',
      engagedAt: on('13'),
      endedAt: on('13'),
      nextStep: null,
      nextOwner: null,
      nextLateAt: null,
    }
    expect(marks(complete)).toEqual(done(9))
  })
})
