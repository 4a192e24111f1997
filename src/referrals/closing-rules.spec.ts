import { describe, expect, test } from 'vitest'
import { type Closing, type ClosingFacts, obstaclesToClosing, visitsAfter } from './closing-rules.ts'
import { loopOf } from './loop.ts'

const at = new Date('2026-10-07T16:00:00Z')
const whole = loopOf({
  state: 'in_service',
  receivedAt: at,
  acceptedAt: at,
  firstSeenAt: at,
  feedbackAt: at,
  successor: null,
})
const facts: ClosingFacts = {
  state: 'in_service',
  highNeed: false,
  loop: whole,
  leftOn: null,
  signedOff: [],
  exitCriteria: ['goals_met'],
  barriers: ['transportation'],
  declineReasons: ['capacity'],
}
const empty: Closing = {
  ending: 'connected',
  attributedTo: undefined,
  reason: undefined,
  plan: undefined,
  exitCriterion: undefined,
  stepDown: undefined,
  askedBy: undefined,
  channel: undefined,
  destination: undefined,
}
const connected: Closing = {
  ...empty,
  exitCriterion: 'goals_met',
  stepDown: 'Check in with the counselor each month',
}
const plan: Closing = {
  ...empty,
  ending: 'alternative_plan',
  plan: 'Group at school on Tuesdays',
  attributedTo: 'intake_barrier',
  reason: 'transportation',
}

describe('closing as connected', () => {
  test('needs the exit criterion and what goes on afterwards [R158]', () => {
    expect(obstaclesToClosing(empty, facts)).toEqual(['exit_criterion_missing', 'step_down_missing'])
    expect(obstaclesToClosing(connected, facts)).toEqual([])
  })

  test('names every confirmation that is missing, at once [R073]', () => {
    const loop = loopOf({
      state: 'received',
      receivedAt: at,
      acceptedAt: null,
      firstSeenAt: null,
      feedbackAt: null,
      successor: null,
    })
    expect(obstaclesToClosing(connected, { ...facts, loop })).toEqual([
      'acceptance_missing',
      'first_visit_missing',
      'feedback_missing',
    ])
  })

  test('an exit criterion nobody published does not count', () => {
    expect(obstaclesToClosing({ ...connected, exitCriterion: 'felt_right' }, facts)).toEqual([
      'exit_criterion_missing',
    ])
  })
})

describe('closing without a connection', () => {
  test('another plan needs the plan, and one of three things it is put down to [R061]', () => {
    expect(obstaclesToClosing({ ...empty, ending: 'alternative_plan' }, facts)).toEqual([
      'plan_missing',
      'attribution_missing',
    ])
    expect(obstaclesToClosing(plan, facts)).toEqual([])
  })

  test('a barrier is named from the list, and so is why a service could not accept [R061]', () => {
    expect(obstaclesToClosing({ ...plan, reason: undefined }, facts)).toEqual(['reason_missing'])
    expect(obstaclesToClosing({ ...plan, reason: 'capacity' }, facts)).toEqual(['reason_missing'])
    expect(
      obstaclesToClosing({ ...plan, attributedTo: 'service_could_not_accept', reason: 'capacity' }, facts),
    ).toEqual([])
    expect(obstaclesToClosing({ ...plan, attributedTo: 'family_choice', reason: undefined }, facts)).toEqual(
      [],
    )
  })

  test('the family’s choice needs who said so and how, and never a reason [R158]', () => {
    const choice = { ...empty, ending: 'family_choice' } as const
    expect(obstaclesToClosing(choice, facts)).toEqual(['voice_missing', 'channel_missing'])
    expect(obstaclesToClosing({ ...choice, askedBy: 'caregiver' }, facts)).toEqual(['channel_missing'])
    expect(obstaclesToClosing({ ...choice, askedBy: 'student', channel: 'in_person' }, facts)).toEqual([])
  })

  test('a move needs the roster’s word, or where the family moved to [R158]', () => {
    const moved = { ...empty, ending: 'moved' } as const
    expect(obstaclesToClosing(moved, facts)).toEqual(['destination_missing'])
    expect(obstaclesToClosing({ ...moved, destination: 'Fairhaven schools' }, facts)).toEqual([])
    expect(obstaclesToClosing(moved, { ...facts, leftOn: '2026-10-02' })).toEqual([])
  })

  test('visits to come are cancelled, by whom it came from; a connected student keeps theirs', () => {
    expect(visitsAfter({ ...empty, ending: 'family_choice' })).toBe('cancelled_by_family')
    expect(visitsAfter({ ...plan, attributedTo: 'service_could_not_accept' })).toBe('cancelled_by_provider')
    expect(visitsAfter(plan)).toBe('cancelled_by_school')
    expect(visitsAfter({ ...plan, attributedTo: 'family_choice' })).toBe('cancelled_by_family')
    expect(visitsAfter(connected)).toBeUndefined()
  })

  test('high need does not end without a connection before the designated lead agrees to exactly this ending', () => {
    const high = { ...facts, highNeed: true }
    expect(obstaclesToClosing(plan, high)).toEqual(['sign_off_missing'])
    expect(obstaclesToClosing(plan, { ...high, signedOff: ['moved'] })).toEqual(['sign_off_missing'])
    expect(obstaclesToClosing(plan, { ...high, signedOff: ['alternative_plan'] })).toEqual([])
    expect(obstaclesToClosing(connected, high)).toEqual([])
  })

  test('what has ended cannot end again', () => {
    expect(obstaclesToClosing(connected, { ...facts, state: 'closed' })).toEqual(['already_ended'])
  })
})
