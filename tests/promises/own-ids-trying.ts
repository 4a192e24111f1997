import { sql } from 'kysely'
import type { Act } from '#access/act.ts'
import type { Doer } from '#access/doer.ts'
import type { Db } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'

const tables: Readonly<Record<string, string>> = {
  absenceId: 'absence',
  agreementId: 'agreement',
  alertId: 'support_alert',
  assignmentId: 'assignment',
  appointmentId: 'appointment',
  barrierId: 'barrier',
  backupId: 'person',
  blockId: 'access_block',
  protectionId: 'protected_contact',
  callId: 'crisis_entry',
  caseId: 'sampled_case',
  sampleId: 'case_sample',
  careAgreementId: 'care_notice_agreement',
  caregiverId: 'caregiver',
  careNoticeId: 'care_notice',
  careSenderId: 'care_notice_sender',
  changeRequestId: 'change_request',
  clinicianId: 'person',
  classTimeId: 'class_time',
  teacherId: 'person',
  closureId: 'school_closure',
  completionId: 'training_completion',
  sessionId: 'training_session',
  concernId: 'concern',
  coordinationId: 'agency_coordinator',
  concernsToId: 'person',
  consentId: 'consent',
  contactId: 'crisis_contact',
  contactPersonId: 'person',
  decisionId: 'triage_decision',
  drillId: 'crisis_drill',
  findingId: 'crisis_drill_finding',
  memberIds: 'crisis_team_member',
  teamMemberId: 'crisis_team_member',
  designeeId: 'care_notice_designee',
  escalationId: 'escalation',
  exceptionId: 'consent_exception',
  importId: 'roster_import',
  improvementsToId: 'person',
  improvementId: 'improvement',
  instrumentId: 'screening_instrument',
  roundId: 'screening_round',
  knownReferrals: 'referral',
  followUpId: 'follow_up',
  fromId: 'person',
  guestLinkId: 'guest_link',
  holdId: 'legal_hold',
  incidentId: 'crisis_incident',
  legalRuleId: 'legal_rule',
  linkId: 'family_link',
  linkTo: 'caregiver',
  messageId: 'message',
  navigatorId: 'person',
  needId: 'family_need',
  noticeId: 'notice',
  offerId: 'visit_offer',
  openingId: 'record_opening',
  helpId: 'practical_support',
  outsideId: 'outside_provider',
  memberId: 'wraparound_member',
  mixId: 'modality_mix',
  ownerId: 'person',
  holderId: 'person',
  paperTo: 'caregiver',
  partnerId: 'partner',
  personId: 'person',
  personIds: 'person',
  proposalId: 'standard_proposal',
  readerIds: 'person',
  recordRequestId: 'record_request',
  referralId: 'referral',
  removalId: 'record_removal',
  reminderId: 'appointment_reminder',
  reportedInId: 'crisis_incident',
  requestId: 'further_request',
  reviewerId: 'person',
  reviewId: 'weekly_review',
  ruleId: 'minor_consent_rule',
  schoolId: 'school',
  schoolIds: 'school',
  screeningId: 'concern_screening',
  serviceId: 'partner_service',
  signalId: 'safety_signal',
  signingKeyId: 'care_notice_signing_key',
  signOffId: 'legal_sign_off',
  stepId: 'wraparound_step',
  studentId: 'student',
  studentIds: 'student',
  suggestedPartnerId: 'partner',
  supportId: 'brief_support',
  supervisorId: 'person',
  taskId: 'review_task',
  teamId: 'wraparound_team',
  termId: 'school_term',
  termsId: 'privacy_terms',
  toId: 'person',
  urgentPartnerId: 'partner',
}
/** Where the rows stand that a field of an act names. */
export const tableOf = (name: string, field: string) =>
  name === 'returns/give-sheet' && field === 'contactId'
    ? 'person'
    : field === 'replacesId'
      ? name === 'directory/change-route'
        ? 'intake_route'
        : 'appointment'
      : tables[field.split('.').at(-1) as string]

class Tried extends Error {
  readonly outcome: unknown
  constructor(outcome: unknown) {
    super('Tried, and undone')
    this.outcome = outcome
  }
}

/** Everything as it would be, and then undone, so that one try is not in the way of the next. */
const undoing = (doer: Doer): Doer => ({
  ...doer,
  db: {
    transaction: (scope: never, work: (tx: never) => unknown) =>
      doer.db
        .transaction(scope, async (tx) => {
          const outcome = await work(tx as never)
          await tx.all(sql`set constraints all immediate`)
          throw new Tried(outcome)
        })
        .catch((error: unknown) => {
          if (error instanceof Tried) return error.outcome
          throw error
        }),
  } as unknown as Db,
})

/** What somebody is answered, in one word. */
export async function answerTo(doer: Doer, asked: Act, given: object): Promise<string> {
  try {
    const outcome = await asked.perform(undoing(doer), given)
    return outcome.done ? 'done' : `refused: ${outcome.because.join(', ')}`
  } catch (error) {
    if (!(error instanceof Problem)) return `broken: ${(error as Error).message}`
    return [error.code, ...error.because.map(({ code, field }) => `${field} ${code}`)].join(': ')
  }
}
