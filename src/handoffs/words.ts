import type { ObstacleToChoosing } from '#directory/contract.ts'
import type { ObstacleAtTheGate } from '#partnership/contract.ts'
import { catalog } from '#platform/words.ts'
import { agencyWords } from '#referrals/contract.ts'
import { plannedWords } from '#supports/contract.ts'
import type { ObstacleToBookingVisit } from './appointment-rules.ts'
import type { ObstacleToTelehealth } from '#referrals/contract.ts'
import type { ObstacleToLogging } from './contact-rules.ts'
import type { ObstacleToCorrecting } from './correction-rules.ts'
import type { HandoffState } from './lifecycle.ts'
import type { ObstacleToFinishing } from './rules.ts'

/** Why an agency cannot be chosen; the directory's and the gate's own words. */
export const choosingPartnerWords = catalog({
  en: {
    sent_already: 'The referral was sent already. To ask another agency, redirect it.',
    ...agencyWords,
  } satisfies { sent_already: string } & Record<ObstacleToChoosing | ObstacleAtTheGate, string>,
})

const notYet = 'This lies ahead. Give the time it happened.'
const beforeDecision = 'This lies before the triage decision. Give a time after it.'
const completeAlready =
  'The handoff is complete. A time that is wrong can be corrected, and both values stay.'

const notACaregiver =
  'This person is not on record as caring for the student now, or is not to be contacted. Choose a caregiver from the list.'

const minorConsented =
  'The student agreed to this alone. Do not contact a caregiver about it: speak with the student.'

export const contactObstacleWords = catalog({
  en: {
    minor_consented: minorConsented,
    not_a_caregiver: notACaregiver,
    result_unknown: 'Choose what came of it from the list.',
    not_happened_yet: notYet,
    before_decision: beforeDecision,
    next_attempt_missing: 'Nobody was reached, so say when to try again.',
    next_attempt_past: 'The next try lies in the past. Give a time ahead.',
  } satisfies Record<ObstacleToLogging, string>,
})

export const closedWords = catalog({
  en: { complete_already: completeAlready, nothing_new: 'Tick at least one point that was told just now.' },
})

export const conversationObstacleWords = catalog({
  en: {
    complete_already: completeAlready,
    not_a_caregiver: notACaregiver,
    absence_unexplained: 'Say why the student did not take part.',
  },
})

export const receiptObstacleWords = catalog({
  en: {
    not_sent: 'Send the referral first. There is nothing to confirm yet.',
    not_happened_yet: notYet,
    before_sending: 'This lies before the referral was sent. Give the time it was confirmed.',
    confirmed_already:
      'Receipt is confirmed already. A time that is wrong can be corrected, and both values stay.',
  },
})

const booking = {
  not_sent: 'Send the referral first. Until then the agency may not know of a visit.',
  not_shared: 'The family’s yes does not hold now, and the agency would see the visit. Ask the family first.',
  referral_ended: 'This referral has ended, so no visit can be booked on it.',
  video_not_agreed: 'The family has not said yes to visits by video with this agency. Ask it first.',
  video_link_missing: 'Give the link of the video visit. It begins with https.',
  private_space_missing: 'Make sure with the family that the student has a room where nobody hears.',
  in_the_past: 'This time lies in the past. Give a time from now on.',
  visit_still_open: 'A visit is booked already. Move that one to another time.',
  nothing_to_replace: 'The visit to move does not belong to this referral.',
  kept_already: 'This visit was held. Book a new one.',
  late_without_reason: 'This is later than the same week. Choose what stands in the way of an earlier time.',
  in_class_time:
    'The student has to be in class then, as was agreed. Take another time, or choose why it has to be this one.',
} satisfies Record<ObstacleToBookingVisit | ObstacleToTelehealth, string>
export const bookingObstacleWords = catalog({ en: booking })
export const rebookingObstacleWords = catalog({
  en: { ...booking, barrier_unknown: 'Choose what stood in the way from the list.' },
})

export const logisticsObstacleWords = catalog({
  en: {
    referral_ended: 'This referral has ended.',
    barrier_unknown: 'Choose what stands in the way from the list.',
  },
})

export const barrierObstacleWords = catalog({
  en: { resolved_already: 'This barrier is cleared already. What was done stands on record.' },
})

export const planObstacleWords = catalog({
  en: {
    referral_ended: 'This referral has ended, so there is no plan to give.',
    no_visit: 'No first visit is booked, so the plan would be empty. Book it first.',
    no_delivery: 'Say how the family gets the plan.',
    minor_consented: 'The student agreed to this alone, so no plan goes home. Speak with the student.',
  },
})

/** Why the handoff is not complete: each says what is missing, and clears by doing it [R052]. */
export const finishingWords = catalog({
  en: {
    closed: 'The handoff is complete already.',
    family_choice:
      'The family chose not to share. The handoff ends there, without blame. Offer support at school.',
    no_partner: 'No agency is chosen',
    point_service: 'Not told yet: what the service is',
    point_intake: 'Not told yet: what happens at the first visit',
    point_information: 'Not told yet: what they will ask',
    point_choices: 'Not told yet: what the family can choose',
    no_conversation: 'Not said yet: how and with whom the talk was held',
    student_part_unsaid: 'Not said yet: whether the student took part',
    questions_open: 'Consent questions still to ask',
    not_sent: 'Not sent',
    receipt_unconfirmed: 'Receipt not confirmed',
    no_visit: 'No first visit booked',
    logistics_unsettled: 'Getting there not settled',
    plan_not_given: 'Plan not given',
    late_without_reason: 'The same day is over. Choose why the handoff took longer.',
  } satisfies Record<ObstacleToFinishing, string>,
})

export const exceptionObstacleWords = catalog({
  en: {
    not_open: 'The handoff is not open any more.',
    reason_unknown: 'Choose a reason from the list.',
  },
})

export const correctionObstacleWords = catalog({
  en: {
    nothing_to_correct: 'This has not happened yet, so there is no time to correct.',
    same_time: 'This is the time that stands there already.',
    not_happened_yet: notYet,
    before_decision: beforeDecision,
    before_its_parts: 'A handoff is complete only after the conversation, the receipt and the plan.',
    before_sending: 'The referral was sent after this time.',
  } satisfies Record<ObstacleToCorrecting, string>,
})

export const offerObstacleWords = catalog({
  en: {
    not_declined: 'The family has not chosen to stop sharing, so this offer is not due.',
    accepted_already: 'The family said yes already, and the support is open.',
    ...plannedWords,
  },
})

/** What a timeline shows of a handoff. */
export const traceWords = catalog({
  en: {
    'handoff.contact_tried': 'Tried to reach the family',
    'handoff.points_told': 'Talked about the referral',
    'handoff.conversation_recorded': 'Conversation recorded',
    'handoff.question_put_off': 'The family decides later',
    'handoff.questions_answered': 'A question left for later was answered',
    'handoff.ended': 'Handoff ended by the family’s choice',
    'handoff.reopened': 'Handoff opened again',
    'handoff.receipt_confirmed': 'Receipt confirmed by phone',
    'handoff.logistics_settled': 'Getting there settled',
    'handoff.plan_given': 'Family plan given',
    'handoff.completed': 'Warm handoff complete',
    'handoff.excepted': 'Handoff could not be completed',
    'handoff.corrected': 'A time was corrected',
    'handoff.support_offered': 'Support at school offered',
    'barrier.opened': 'Barrier noted',
    'barrier.resolved': 'Barrier cleared',
    'appointment.booked': 'Visit booked',
    'appointment.move_asked': 'The family asks for another time',
    'reminder.delivered': 'Family reminded of the visit',
    'reminder.failed': 'A reminder of the visit did not arrive',
  },
})

/** What a person is told in the app. Names nobody. */
export const noticeWords = catalog({
  en: {
    handoff_owed: 'A warm handoff is yours, due the same day.',
    family_answered: 'A family said something on its own page.',
  },
})

/** How a handoff stands, for staff. @drawn */
export const stateWords = catalog({
  en: {
    open: 'Open',
    complete: 'Complete',
    excepted: 'Could not be completed',
    ended: 'Ended by the family’s choice',
  } satisfies Record<HandoffState, string>,
})
