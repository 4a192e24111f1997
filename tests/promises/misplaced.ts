import type { Doer } from '#access/doer.ts'
import type { Outcome } from '#access/outcome.ts'
import { acknowledgeConcern } from '#concerns/acknowledge-concern.ts'
import { closeConcern } from '#concerns/close-concern.ts'
import { decideTriage } from '#concerns/decide-triage.ts'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { closeIncident } from '#crisis/close-incident.ts'
import { endIncident } from '#crisis/end-incident.ts'
import { nameAnotherStudent } from '#crisis/name-another-student.ts'
import { exceptHandoff } from '#handoffs/except-handoff.ts'
import { finishHandoff } from '#handoffs/finish-handoff.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { closeReferral } from '#referrals/close-referral.ts'
import { declineReferral } from '#referrals/decline-referral.ts'
import { disengageReferral } from '#referrals/disengage-referral.ts'
import { postStatus } from '#referrals/post-status.ts'
import { redirectReferral } from '#referrals/redirect-referral.ts'
import { returnReferral } from '#referrals/return-referral.ts'
import { scheduleVisit } from '#referrals/schedule-visit.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { reviewSupport } from '#supports/review-support.ts'
import { startSupport } from '#supports/start-support.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { thursday } from '../support/agency-story.ts'
import { choices } from '../support/triage-story.ts'

type Performed = { perform(doer: Doer, raw: unknown): Promise<Outcome<unknown, string>> }

/** How somebody asks for one act of a lifecycle. */
export type Asking = {
  act: Performed
  who: CastKey | 'house'
  given: object
  /** What a refusal says when the act has no place in the state. */
  because: readonly string[]
  /** States in which the same act does more than this one step, and is therefore not refused. */
  wider?: readonly string[]
}

/** One record whose state is set by hand, and every act of its lifecycle. */
export type Asked = {
  relation: string
  key: string
  id: string
  acts: Readonly<Record<string, Asking>>
  /** What nobody asks for: it follows from something else, or is not built. */
  unasked?: readonly string[]
}

const ended = ['referral_ended', 'not_at_this_step']

function referralActs(referralId: string): Asked['acts'] {
  const [agency, school] = [{ who: 'noor', because: ended } as const, { who: 'maya' } as const]
  const about = { referralId }
  const closing = { ending: 'moved', plan: 'Another school' }
  return {
    send: {
      ...school,
      act: sendReferral,
      given: { ...about, caregiverPresent: 'yes' },
      because: ['not_open'],
    },
    receive: { ...agency, act: postStatus, given: { ...about, status: 'received' } },
    accept: { ...agency, act: acceptReferral, given: { ...about, clinicianId: cast.tomas.id } },
    decline: { ...agency, act: declineReferral, given: { ...about, reason: 'capacity' } },
    return: { ...agency, act: returnReferral, given: { ...about, reason: 'capacity' } },
    schedule: { ...agency, act: scheduleVisit, given: { ...about, ...thursday } },
    begin: { ...agency, act: postStatus, given: { ...about, status: 'first_appointment_completed' } },
    disengage: { ...agency, act: disengageReferral, given: { ...about, reason: 'intake_barrier' } },
    redirect: {
      ...school,
      act: redirectReferral,
      given: { ...about, reason: 'capacity' },
      because: ['not_open'],
    },
    withdraw: {
      ...school,
      act: withdrawReferral,
      given: { ...about, askedBy: 'caregiver', channel: 'phone' },
      because: ended,
    },
    close: { ...school, act: closeReferral, given: { ...about, ...closing }, because: ['already_ended'] },
  }
}

export const referralAsked = (id: string): Asked => ({
  relation: 'referral',
  key: 'id',
  id,
  acts: referralActs(id),
})

/** Its end and its beginning anew follow from what a family answers. */
export const handoffAsked = (id: string): Asked => ({
  relation: 'handoff',
  key: 'referral_id',
  id,
  unasked: ['end', 'reopen'],
  acts: {
    complete: {
      act: finishHandoff,
      who: 'maya',
      given: { referralId: id },
      because: ['closed', 'family_choice'],
    },
    except: {
      act: exceptHandoff,
      who: 'maya',
      given: { referralId: id, reason: 'no_answer', note: 'We call on Monday' },
      because: ['not_open'],
    },
  },
})

/** Whoever decides a concern that nobody has taken up takes it up with that. */
export const concernAsked = (id: string, screeningId: string): Asked => ({
  relation: 'concern',
  key: 'id',
  id,
  acts: {
    acknowledge: {
      act: acknowledgeConcern,
      who: 'daniel',
      given: { concernId: id },
      because: ['not_open', 'already_taken_up'],
    },
    close: {
      act: closeConcern,
      who: 'daniel',
      given: { concernId: id, reason: 'Moved' },
      because: ['not_open'],
    },
    triage: {
      act: decideTriage,
      who: 'daniel',
      given: { concernId: id, screeningId, ...choices.b },
      because: ['not_open'],
      wider: ['submitted'],
    },
  },
})

export const incidentAsked = (id: string): Asked => ({
  relation: 'crisis_incident',
  key: 'id',
  id,
  acts: {
    close: {
      act: closeIncident,
      who: 'ruth',
      given: { incidentId: id },
      because: ['closed', 'lead_silent'],
    },
    end: {
      act: endIncident,
      who: 'ruth',
      given: { incidentId: id, ending: 'opened_by_mistake', why: 'A slip' },
      because: ['closed', 'lead_silent'],
    },
    put_right: {
      act: nameAnotherStudent,
      who: 'ruth',
      given: { incidentId: id, notKnown: 'yes', mixUp: 'misheard' },
      because: ['closed'],
    },
    acknowledge: {
      act: acknowledgeAlert,
      who: 'ruth',
      given: { incidentId: id },
      because: ['already_acknowledged', 'closed'],
    },
  },
})

/** A review is called by its day or by a rise in risk. */
export function supportAsked(id: string): Asked {
  const review = (outcome: string): Asking => ({
    act: reviewSupport,
    who: 'daniel',
    given: { supportId: id, outcome, exitCriterion: 'care_goals_met', whatChanged: 'More worry' },
    because: ['not_running'],
  })
  const start = {
    act: startSupport,
    who: 'daniel',
    given: { supportId: id },
    because: ['not_planned'],
  } as const
  const acts = {
    start,
    meet: review('met'),
    step_up: review('step_up'),
    step_down: review('step_down'),
    leave: review('left'),
    continue: review('continue'),
  }
  return { relation: 'brief_support', key: 'id', id, acts, unasked: ['call'] }
}
