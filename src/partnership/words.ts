import { catalog } from '#platform/words.ts'
import type { PartnerItem, SchoolItem } from './agreement.ts'
import type { OnboardingStep } from './onboarding.ts'
import type { ObstacleAtTheGate, ObstacleToRecording, ObstacleToSigning } from './rules.ts'

/** Why nothing may be sent to an agency, and how to clear it. */
export const gateWords = catalog({
  en: {
    no_agreement: 'There is no agreement with this agency. The district head records one.',
    agreement_not_begun: 'The agreement has not begun yet. Nothing is sent before its first day.',
    agreement_ended: 'The agreement has ended. The district head records the new one.',
    agreement_suspended:
      'The agreement is suspended. The district head records a new one when it holds again.',
    questions_unanswered: 'The agreement leaves open what may be shared. Both lists need at least one item.',
    no_sign_off: 'The legal office has not signed off on this use of data. The privacy officer records it.',
    sign_off_not_begun: 'The legal sign-off has not begun yet. Nothing is sent before its first day.',
    sign_off_ended: 'The legal sign-off has ended. The privacy officer records the new one.',
    sign_off_withdrawn:
      'The legal sign-off was withdrawn. The privacy officer records a new one when it holds again.',
  } satisfies Record<ObstacleAtTheGate, string>,
})

export const suspensionWords = catalog({
  en: { already_suspended: 'This agreement is suspended already. Nothing is sent under it.' },
})

export const withdrawalWords = catalog({
  en: { already_withdrawn: 'This sign-off was withdrawn already. Nothing is sent under it.' },
})

export const agreementObstacleWords = catalog({
  en: {
    partnership_ended: 'The partnership has ended, so no agreement can be added.',
    ends_before_it_starts: 'The last day is before the first. Correct one of them.',
    school_question_open: 'Say what the school may send. Choose at least one item.',
    partner_question_open: 'Say what the agency may tell the school. Choose at least one item.',
  } satisfies Record<ObstacleToRecording, string>,
})

export const signingObstacleWords = catalog({
  en: {
    agreement_suspended: 'This agreement is suspended. Record the agreement that holds now first.',
    ends_before_it_starts: 'The last day is before the day it was signed. Correct one of them.',
    outlives_agreement: 'The sign-off cannot last longer than its agreement. Choose an earlier last day.',
  } satisfies Record<ObstacleToSigning, string>,
})

export const ownerWords = catalog({
  en: { not_of_the_district: 'Choose somebody of the district from the list.' },
})

export const stepObstacleWords = catalog({
  en: {
    already_done: 'This step is on record already.',
    in_the_future: 'The day has not come yet. Give the day it was done.',
  },
})

/** What an agency's onboarding list still lacks. */
export const onboardingObstacleWords = catalog({
  en: {
    already_on_board: 'This agency is on board already.',
    agreement: 'An agreement in force is missing. Record it first.',
    legal: 'A legal sign-off in force is missing. The privacy officer records it.',
    intake_route: 'The intake route is missing. Open it first.',
    training: 'Training is not on record. Record the day it was held.',
    contacts: 'Contacts are not on record. Record the day they were checked.',
    crisis_contact: 'The contact for a crisis is not on record. Record the day it was checked.',
    data_check: 'The data check is not on record. Record the day it was done.',
  } satisfies Record<OnboardingStep | 'already_on_board', string>,
})

/** Items that may cross between school and agency. */
export const itemWords = catalog({
  en: {
    identity: 'Name, birth date and grade',
    caregiver_contact: 'Caregiver and how to reach them safely',
    language: 'Language and interpreter',
    reason: 'Main reason, from the list',
    urgency: 'How soon',
    service_sought: 'What is asked for',
    school_contact: 'Whom to ask at school',
    transport: 'Getting there',
    coverage: 'Coverage',
    academic_observations: 'What teachers noticed about schoolwork',
    school_alert: 'That a student needs more support, in a word of a list',
    status: 'Status and dates',
    appointment: 'Appointments',
    participation: 'Whether the student took part',
    safety_signal: 'A safety signal',
    agency_alert: 'That a student needs more support, in a word of a list',
  } satisfies Record<SchoolItem | PartnerItem, string>,
})

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'legal_rule.added': 'A rule was put on the register',
    'legal_rule.reviewed': 'A rule of the register was looked at again',
    'legal_rule.linked': 'An agreement implements a rule of the register',
    'agreement.recorded': 'Agreement recorded',
    'agreement.suspended': 'Agreement suspended',
    'sign_off.recorded': 'Legal sign-off recorded',
    'sign_off.withdrawn': 'Legal sign-off withdrawn',
    'onboarding.step_done': 'Onboarding step done',
    'partner.onboarded': 'Agency is on board',
    'partner.owner_named': 'Somebody of the district answers for the partnership',
    'partner.gate_watched': 'Agreement and sign-off looked at on a day one begins or has ended',
  },
})
