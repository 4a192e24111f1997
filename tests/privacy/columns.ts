import type { DataClass } from '#database/classes.ts'

/**
 * What of a student's record is words, and of which class each is. Written from what the records are
 * for, as docs/who-sees-what.md names them, and not from what the product lets anybody see.
 */
export const classes = {
  identity: `student.given_name student.family_name student.preferred_name student.local_id student.source_id
    enrolment.source_id concern.about_name concern.about_grade care_notice.child_name care_notice.born_on care_notice.grade`,
  background: 'student.neighborhood student.accommodation',
  contact_details: `caregiver.name caregiver.source_id caregiver.phone caregiver.email caregiver.contact_hours
    concern.asked_by concern.asked_by_contact`,
  protected_contacts: `protected_contact.phone protected_contact.email protected_contact.contact_hours
    protected_contact.address protected_contact.neighborhood`,
  concerns: `concern.observed concern.setting concern.schoolwork concern.health concern.closed_reason
    concern_question.answer reassessment.reason`,
  triage: 'triage_decision.override_reason triage_decision.review_note',
  supports: `brief_support.focus agreed_measure.baseline support_strategy.words return_plan.attendees return_plan.supports return_plan.next_visit
    return_plan.check_ins return_plan.if_risk_rises return_plan.not_needed_because follow_up.words`,
  consent: `consent.grantor_name consent.witness consent.document_reference consent.interpreter
    consent_revocation.asked_by consent_document.bytes`,
  referrals: `referral_ending.plan referral_ending.step_down referral_ending.destination weekly_review_line.words
    review_task.words`,
  handoffs: `escalation_entry.words handoff.interpreter handoff.receipt_by handoff.transport_note handoff.accompanied_by handoff.bring_note
    handoff.exception_note contact_attempt.interpreter correction.reason barrier.action barrier.result practical_support.need
    practical_support.arranged practical_support.result outside_provider.provider_name`,
  packets: 'packet.content',
  provider_notes: 'provider_note.words',
  visits: 'appointment.place appointment.with_whom visit_offer.place visit_offer.with_whom',
  clinical_responsibility: `clinical_responsibility.holder_name clinical_responsibility.holder_credential
    clinical_responsibility.plan_changer_name clinical_responsibility.closer_name`,
  crisis: `crisis_incident.place crisis_incident.services_called crisis_entry.words incident_review.outcome
    incident_review.learned sampled_case.reason improvement.words return_sheet.words`,
  told_without_consent: `consent_exception.threat consent_exception.recipient_name consent_exception.recipient_office
    consent_exception.report_reference consent_exception_review.note`,
  disclosures: 'disclosure.recipient_office',
  access_record: 'record_opening.words record_opening_review.words',
  kept_away: 'access_block.document_reference',
  record_requests: `record_request.about record_request.asked_by_name record_answer.note record_answer.statement
    legal_hold.reason`,
} as const satisfies Partial<Record<DataClass, string>>
export type Class = keyof typeof classes

const placesOf = (listed: string) => listed.split(/\s+/)

/** Every column that is planted, and of which class it is. */
export const classOf: ReadonlyMap<string, Class> = new Map(
  (Object.entries(classes) as [Class, string][]).flatMap(([name, listed]) =>
    placesOf(listed).map((place) => [place, name] as const),
  ),
)

/** The columns of each table, in the order of the list. */
export const columnsOf: ReadonlyMap<string, string[]> = new Map(
  [...Map.groupBy(classOf.keys(), (place) => place.split('.')[0] as string)].map(([table, places]) => [
    table,
    places.map((place) => place.split('.')[1] as string),
  ]),
)

/** What no story says, and is planted all the same: rows that have nothing there are given something. */
/** What stands in a row only beside another of its columns. */
export const besides: Readonly<Record<string, string>> = { 'sampled_case.reason': 'marks' }

export const filledIn: ReadonlySet<string> = new Set(
  placesOf(
    `student.preferred_name student.accommodation caregiver.email protected_contact.email protected_contact.contact_hours
     protected_contact.address protected_contact.neighborhood triage_decision.review_note consent.interpreter
     handoff.exception_note barrier.action barrier.result practical_support.need practical_support.arranged
     practical_support.result referral_ending.plan referral_ending.destination
     support_strategy.words
     weekly_review_line.words review_task.words care_notice.born_on incident_review.outcome incident_review.learned improvement.words
     sampled_case.reason return_plan.attendees return_plan.supports return_plan.next_visit return_plan.check_ins return_plan.if_risk_rises
     return_plan.not_needed_because return_sheet.words follow_up.words`,
  ),
)

/** Columns with words that are of no student, or that only find a name which is planted where it stands. */
export const notPlanted: Readonly<Record<string, string>> = {
  'school_event.source_id': 'an id of the student system, which no page shows',
  'roster_part.bytes': 'a part of a file of the roster, until it is taken in',
  'student_name.word': 'the words of the name, folded: made anew from what is planted',
  'student_name_pair.word': 'two words of the name: made anew from what is planted',
  'student_name_pair.later_word': 'two words of the name: made anew from what is planted',
  'packet_name.word': 'the name in a packet: made anew from what is planted',
}
