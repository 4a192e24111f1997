import { describe, expect, test } from 'vitest'
import { weekdayCalendar } from '#district/contract.ts'
import { shippedModel } from '#standards/contract.ts'
import { type ReferralState, referralLifecycle } from './lifecycle.ts'
import { owedOf, type StepFacts } from './next-step.ts'
import { stepOf } from './step-due.ts'
import { stepAt } from './step-at.ts'
import { around, noneAround, readIn } from './step-facts.ts'

const calendar = weekdayCalendar('America/Los_Angeles')
const model = shippedModel(new Date('2026-08-03T16:00:00Z'))
const decided = new Date('2026-10-05T16:00:00Z')
const later = new Date('2026-10-07T16:00:00Z')

const facts = (state: ReferralState, change: Partial<StepFacts> = {}): StepFacts => ({
  state,
  highNeed: false,
  referredAt: decided,
  sentAt: decided,
  receivedAt: decided,
  acceptedAt: decided,
  firstSeenAt: decided,
  engagedAt: null,
  handoffDueAt: decided,
  declinedAt: null,
  supportSettledAt: null,
  feedbackEndedAt: null,
  gateClosedAt: null,
  nextAppointmentAt: null,
  moveAskedAt: null,
  missedAt: null,
  stateSince: decided,
  feedbackConfirmed: false,
  ...change,
})
const next = (state: ReferralState, change: Partial<StepFacts> = {}) => {
  const all = facts(state, change)
  const owed = owedOf(all)
  return owed && stepOf(owed, all.highNeed, { pauses: [], calendar, model, tier: null })
}

const moments = [null, decided, later]
/** Every combination of the dated facts a next step may follow from. */
function* everything(): Generator<Partial<StepFacts>> {
  for (const declinedAt of moments)
    for (const feedbackEndedAt of moments)
      for (const nextAppointmentAt of moments)
        for (const moveAskedAt of moments)
          for (const missedAt of moments)
            for (const engagedAt of moments)
              for (const feedbackConfirmed of [true, false])
                yield {
                  declinedAt,
                  feedbackEndedAt,
                  nextAppointmentAt,
                  moveAskedAt,
                  missedAt,
                  engagedAt,
                  feedbackConfirmed,
                }
}

describe('what is owed next', () => {
  test('every open referral has exactly one next step, with an owner and a day, whatever the facts [R074]', () => {
    let judged = 0
    for (const state of referralLifecycle.states.filter((each) => !referralLifecycle.ends(each))) {
      for (const change of everything()) {
        const step = next(state, change)
        expect(step, `${state} ${JSON.stringify(change)}`).not.toBeNull()
        expect(['navigator', 'partner', 'lead']).toContain(step?.owner)
        expect(step?.dueAt).toBeInstanceOf(Date)
        judged++
      }
    }
    expect(judged).toBe(8 * 3 ** 6 * 2)
  })

  test('in each state it follows from the facts that are read there, and from no others around it', () => {
    const rest = noneAround(decided)
    const readThere = (state: ReferralState, all: StepFacts): StepFacts => {
      const room = readIn[state]
      const kept = room === undefined ? [] : around[room].map((name) => [name, all[name]] as const)
      return { ...all, ...rest, ...Object.fromEntries(kept) }
    }
    for (const state of referralLifecycle.states) {
      for (const change of everything()) {
        const all = facts(state, { ...change, supportSettledAt: later, handoffDueAt: later })
        expect(owedOf(readThere(state, all)), `${state} ${JSON.stringify(change)}`).toEqual(owedOf(all))
      }
    }
    // The same without one of the facts that are read: that is seen.
    const booked = facts('scheduled', { nextAppointmentAt: later })
    expect(owedOf({ ...booked, ...rest })).not.toEqual(owedOf(booked))
  })

  test('a referral that has ended owes nothing', () => {
    for (const state of referralLifecycle.states.filter((each) => referralLifecycle.ends(each))) {
      expect(next(state)).toBeNull()
    }
  })

  test('an agency’s no puts the family and another agency first, with a day [R040]', () => {
    expect(next('not_accepted')).toMatchObject({ step: 'choose_partner', owner: 'navigator' })
  })

  test('where the agency may not tell, the family is asked at once, at every step [R071]', () => {
    for (const state of ['sent', 'received', 'accepted', 'scheduled', 'in_service', 'disengaged'] as const) {
      expect(next(state, { feedbackEndedAt: later })).toMatchObject({
        step: 'contact_family',
        owner: 'navigator',
      })
    }
  })

  test('a missed visit is rebooked, and one that is booked is held', () => {
    expect(next('scheduled', { missedAt: later })?.step).toBe('rebook_visit')
    expect(next('scheduled', { missedAt: decided, nextAppointmentAt: later })).toMatchObject({
      step: 'hold_visit',
      dueAt: later,
    })
  })

  test('a time the family cannot keep is moved before the visit is waited for', () => {
    const asked = { nextAppointmentAt: later, moveAskedAt: decided }
    expect(next('scheduled', asked)).toMatchObject({ step: 'rebook_visit', owner: 'navigator' })
    expect(next('accepted', asked)?.step).toBe('rebook_visit')
    expect(next('received', asked)?.step).toBe('answer_referral')
  })

  test('a visit whose hour has come is not to be held any more: its result is owed', () => {
    expect(stepAt('hold_visit', { dueAt: later, now: decided })).toBe('hold_visit')
    expect(stepAt('hold_visit', { dueAt: later, now: later })).toBe('record_result')
    expect(stepAt('confirm_receipt', { dueAt: decided, now: later })).toBe('confirm_receipt')
  })

  test('after the first visit: enough feedback, then one month, then closing', () => {
    expect(next('in_service')?.step).toBe('confirm_feedback')
    expect(next('in_service', { feedbackConfirmed: true })?.step).toBe('ask_one_month')
    expect(next('in_service', { feedbackConfirmed: true, engagedAt: later })?.step).toBe('close_loop')
  })

  test('high need shortens what has a shorter limit', () => {
    const usual = next('received')?.dueAt as Date
    const high = next('received', { highNeed: true })?.dueAt as Date
    expect(high.getTime()).toBeLessThan(usual.getTime())
  })
})
