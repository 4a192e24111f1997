import { catalog } from '#platform/words.ts'
import { agencyWords } from './agency-words.ts'
import type { ObstacleToHoldingAtSchool } from './holder-rules.ts'
import type { OwnObstacleToSending } from './send-referral-rules.ts'

/**
 * Why a referral cannot leave, and how to clear it. The agency's and the gate's own words come from their
 * modules.
 */
export const sendingWords = catalog({
  en: {
    not_open: 'This referral was sent already, or has ended.',
    no_partner: 'No agency is chosen yet. Choose one first.',
    consent_not_asked:
      'Nobody has asked the family yet whether this may be sent. Ask the first consent question.',
    consent_declined: 'The family chose not to share. Nothing is sent. Offer support at school.',
    consent_withdrawn: 'The family ended its consent. Ask again only if the family wants to.',
    consent_ended: 'The family’s consent has ended. Ask again before anything is sent.',
    consent_conflicting:
      'Two caregivers who may consent gave different answers. Decide on the consent page whose answer counts, with the reason.',
    grantor_may_not: 'Whoever said yes may not consent for this student any more. Ask somebody who may.',
    consent_incomplete:
      'The consent lacks something the law asks for before school records leave. The consent page names it.',
    school_not_live: 'This school is still being set up, so nothing leaves it yet.',
    nothing_agreed:
      'The agreement does not let the school say who the student is. The district head records a new one.',
    caregiver_absent: 'Say why the caregiver is not there, or send while they are.',
    packet_changed:
      'What the agency would see has changed since this page was opened. Read it again, then send.',
    ...agencyWords,
  } satisfies Record<OwnObstacleToSending, string> & Record<string, string>,
})

/** Why a referral does not go to another agency: to be spread into the words of acts that send it there. */
export const redirectingObstacles = {
  not_open: 'This referral has ended, so it cannot go to another agency. Open a new one.',
  visit_still_booked:
    'A visit is still booked. Enter what came of it, or cancel it, before another agency is asked.',
  same_partner: 'This is the agency it is leaving. Choose another, or leave the choice open.',
  reason_unknown: 'Choose a reason from the list.',
  ...agencyWords,
}
export const redirectingWords = catalog({ en: redirectingObstacles })

export const reassigningWords = catalog({
  en: {
    ended: 'This referral has ended. Nobody needs to own it any more.',
    not_a_navigator: 'This person does not navigate at this school. Choose somebody from the list.',
    same_navigator: 'This person owns it already.',
  },
})

export const statingWords = catalog({
  en: {
    ended: 'This referral has ended.',
    criterion_unknown: 'Choose what was noticed from the list.',
  },
})

/** Why somebody at school cannot answer for a student at high risk [R156]. */
export const holderWords = catalog({
  en: {
    ended: 'This referral has ended.',
    agency_holds: 'A clinician of the agency answers already.',
    holder_not_here: 'This person does not work at the student’s school. Choose somebody from the list.',
    holder_not_clinical:
      'A student at high risk is not held by somebody without a clinical role. Choose a psychologist, a social worker or a nurse.',
  } satisfies Record<ObstacleToHoldingAtSchool, string>,
})

/** Visits by video first: why, and what is missing nearby. */
export const videoFirstWords = catalog({
  en: {
    ended: 'This referral has ended.',
    title: 'Put visits by video first',
    why: 'Why for this student?',
    missing: 'What is missing nearby?',
    choose: 'Choose',
    save: 'Put visits by video first',
    stands: 'Visits by video come first.',
    because: '{reason}. Nearby: {gap}.',
    said: '{name}, {at}',
    high_need: 'High need',
    missed_school: 'Misses school',
    waits_too_long: 'Has waited too long',
    crisis_before: 'A crisis before',
    no_local_service: 'no such service',
    no_local_room: 'no room soon enough',
    no_way_there: 'no way to get there',
    no_local_language: 'nobody who speaks the language',
  },
})

/** What a timeline shows of the school's side of a referral. */
export const navigatorTraceWords = catalog({
  en: {
    'referral.high_need_stated': 'High need stated',
    'referral.video_first': 'Visits by video put first',
    'referral.high_need_found': 'High need follows from days missed or incidents',
    'referral.high_risk_found': 'High risk: somebody clinical has to answer for the student',
    'responsibility.named_at_school': 'A clinician at school answers for the student',
    'referral.opened': 'Referral opened',
    'referral.offered': 'Services offered to the family',
    'referral.next_step_followed': 'What is owed next follows the family’s answer',
    'referral.partner_chosen': 'Agency chosen',
    'referral.sent': 'Sent',
    'referral.redirected': 'Passed to another agency',
    'referral.agency_changed': 'Another agency was asked before anything was sent',
    'referral.gate_followed': 'What is owed next follows the agreement with the agency',
    'partner.gate_told': 'Navigators told that nothing may be sent to the agency',
    'referral.reassigned': 'Given to another navigator',
    'referral.paused': 'Clocks paused',
    'referral.pause_ended': 'Clocks run again',
  },
})
