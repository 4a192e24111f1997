import { catalog } from '#platform/words.ts'
import type { ObstacleToAdding, ObstacleToApproving } from './minor-rule.ts'
import type { ObstacleToRecording } from './rules.ts'

/** Why answers cannot be kept, and how to clear it. */
export const recordingSentences = {
  no_partner: 'No agency is chosen yet. Choose one first: consent names who receives.',
  referral_ended: 'This referral has ended, so nothing more can be shared on it. Open a new one.',
  birth_date_missing:
    'The student’s birth date is not known, so nobody can tell whether the student may answer alone. Ask the office for it.',
  minor_rule_missing:
    'No approved rule lets a student answer this alone. Ask a caregiver who may consent, or ask the legal team for a rule.',
  too_young:
    'The approved rule lets a student answer this alone from a later age. Ask a caregiver who may consent.',
  adult_student: 'From 18 on the student decides. Record the answer of the student.',
  minor_consented:
    'The student answered this alone. No caregiver is asked or told about it: speak with the student.',
  not_a_caregiver:
    'This person is not on record as caring for the student now. Choose a caregiver from the list.',
  authority_unknown:
    'The school has not checked whether this caregiver may consent. Check it on the student’s page, then record the answers.',
  authority_missing: 'This caregiver may not consent for the student. Ask a caregiver who may.',
  witness_missing: 'Name the witness: a spoken answer needs one.',
  interpreter_missing:
    'The words are not there in this language. Name whoever says them in it as the interpreter.',
  document_missing: 'Say where the signed document is kept, or add a scan of the paper.',
  scan_not_paper: 'A scan belongs to a consent given on paper. Choose that, or leave the scan out.',
  nothing_answered: 'No question is answered. Record yes or no to at least one.',
  ends_before_today: 'The last day lies in the past. Give a day from today on.',
} as const satisfies Record<ObstacleToRecording, string>
export const recordingWords = catalog({ en: recordingSentences })

/** Why consent cannot be taken back here. */
export const revokingWords = catalog({
  en: { already_ended: 'This consent has already ended. Nothing is shared on it any more.' },
})

/** Why nobody's answer can be decided for here. */
export const settlingWords = catalog({
  en: {
    not_conflicting: 'These answers do not differ any more, so there is nothing to decide.',
    not_between: 'This answer is not one of those that differ now. Choose one of them.',
  },
})

/** Why a rule cannot be written down, or its approval not recorded. */
export const ruleObstacleWords = catalog({
  en: {
    ends_before_start: 'The last day lies before the first. Correct one of them.',
    is_sample: 'This row only shows what a rule looks like. Write a rule of your own.',
    approved_already: 'This rule is approved already.',
    wrote_it: 'Somebody else records the approval: you wrote this rule down.',
    not_yet: 'The day of the approval lies in the future. Give the day it was signed.',
  } satisfies Record<ObstacleToAdding | ObstacleToApproving, string>,
})

/** Why no warning is due. */
export const warningWords = catalog({
  en: {
    nothing_ending: 'This consent does not hold any more, so nothing is about to end.',
    told_already: 'The navigator was told already.',
  },
})

/** What a timeline shows. */
export const traceWords = catalog({
  en: {
    'consent.answered': 'The family answered what may be shared',
    'consent.asked': 'The family was asked what may be shared',
    'consent.documented': 'A scan of the signed paper was added',
    'consent.revoked': 'The family ended consent',
    'consent.ending_soon': 'Consent ends soon',
    'consent.settled': 'It was decided whose answer counts',
    'minor_rule.added': 'A rule on who may consent was written down',
    'minor_rule.approved': 'A rule on who may consent was approved',
    'family_contact.named': 'Somebody was named to collect consent from the family',
    'family_contact.passed_over': 'Somebody asked beside the named contact of the family',
    'referral.sharing_stopped': 'Sharing stopped, and the agency was told',
  },
})

/** What a person is told in the app. Names nobody. */
export const noticeWords = catalog({
  en: {
    sharing_stopped: 'A family ended consent. Sharing stops now.',
    answered_by_link: 'A family answered by link what may be shared.',
    asked_beside_you: 'Somebody else asked a family you collect consent from.',
    consent_ending: 'A consent ends soon. Ask the family again if it is still needed.',
  },
})

export const consentWords = catalog({
  en: {
    'scope.referral_disclosure': 'School sends the referral to {partner}',
    'scope.status_feedback': '{partner} tells us the status and dates',
    'scope.participation': '{partner} tells us each visit that was kept',
    'scope.safety_signals': '{partner} tells the lead if safety changes',
    'scope.academic_observations': 'Teachers’ observations go to {partner}',
    'scope.school_alerts': 'School tells {partner} when more support is needed',
    'scope.agency_alerts': '{partner} tells us when more support is needed',
    'scope.care_coordination': '{partner} talks with other services',
    'scope.services': 'Care at {partner}',
    'scope.telehealth': 'Visits by video with {partner}',
    'scope.billing': '{partner} asks the health plan to pay',
    'item.identity': 'Name, birth date, grade, school',
    'item.caregiver_contact': 'Caregiver and safe contact',
    'item.language': 'Language and interpreter',
    'item.reason': 'Reason category',
    'item.urgency': 'How soon',
    'item.service_sought': 'Service asked for',
    'item.school_contact': 'Who to ask at school',
    'item.transport': 'Getting there',
    'item.coverage': 'How care is paid for',
    'item.academic_observations': 'Teachers’ observations',
    'item.school_alert': 'Alert from the school',
    'item.agency_alert': 'Alert from the agency',
    'item.status': 'Status',
    'item.appointment': 'Visit dates',
    'item.participation': 'Visits kept',
    'item.safety_signal': 'Safety signal',
    'item.coordination': 'Coordination',
    'item.services': 'Care',
    'item.telehealth': 'Video visits',
    'item.billing': 'Billing',
    'method.phone_witnessed': 'By phone, with a witness',
    'method.in_person': 'In person',
    'method.e_signature': 'Signed elsewhere, by link or app',
    'method.paper': 'On paper',
    'method.link': 'Signed by link',
    'kind.release': 'Sharing information',
    'kind.services': 'Receiving care',
    'standing.in_force': 'Yes',
    'standing.declined': 'No',
    'standing.withdrawn': 'Taken back',
    'standing.ended': 'Ended',
    'standing.incomplete': 'Yes, not yet valid',
    'standing.conflicting': 'Two answers differ',
    'standing.not_asked': 'Not asked',
    'relationship.mother': 'mother',
    'relationship.father': 'father',
    'relationship.parent': 'parent',
    'relationship.guardian': 'guardian',
    'relationship.grandparent': 'grandparent',
    'relationship.foster_parent': 'foster parent',
    'relationship.relative': 'relative',
    'relationship.other': 'caregiver',
    'relationship.student': 'the student',
    'authority.may_consent': 'May consent, checked by the school',
    'authority.may_not_consent': 'May not consent',
    'authority.unknown': 'Not checked whether they may consent',
    'purpose.referral_and_follow_up': 'Referral for a first visit, and knowing whether it worked',
    'channel.phone': 'By phone',
    'channel.in_person': 'In person',
    'channel.text': 'By text',
    'channel.email': 'By email',
    'channel.letter': 'By letter',
    'channel.family_page': 'On the family page',
    yes: 'Yes',
    no: 'No',
  },
})
