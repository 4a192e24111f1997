import { sideOf } from '#access/roles.ts'
import { decisionOf, decisionsOf } from '#concerns/decision-store.ts'
import { questionsOf } from '#concerns/question-store.ts'
import { latestScreening } from '#concerns/screening-store.ts'
import { tierMovesOf } from '#concerns/tier-store.ts'
import { crossedOf } from '#consent/accounting-store.ts'
import { documentsOf } from '#consent/document-store.ts'
import { namingsOf, requestsOfReferral } from '#consent/request-store.ts'
import { settlementsOf } from '#consent/settlement-store.ts'
import { consentsForReferral, consentsOf, endingsOf } from '#consent/store.ts'
import { measuresOf } from '#supports/measure-store.ts'
import { findNextVisit } from '#coordination/student-store.ts'
import { alertsOf } from '#crisis/alert-store.ts'
import { entriesOf } from '#crisis/entry-store.ts'
import { improvementsOf } from '#debriefs/improvement-store.ts'
import { findReview } from '#debriefs/store.ts'
import { exceptionsOf } from '#exceptions/store.ts'
import { crossedForFamily, readOutside } from '#family/store.ts'
import { appointmentsOf } from '#handoffs/appointment-store.ts'
import { eventsOf, warningsOf } from '#warnings/event-store.ts'
import { findOptOut } from '#screenings/opt-out-store.ts'
import { resultsOf } from '#screenings/result-store.ts'
import { findReassessment } from '#warnings/reassessment-store.ts'
import { barriersOf } from '#handoffs/barrier-store.ts'
import { helpsOf } from '#navigation/store.ts'
import { contactsOf, latestContactOf } from '#handoffs/contact-store.ts'
import { correctionsOf } from '#handoffs/correction-store.ts'
import { remindablesOf } from '#handoffs/reminder-attempt-store.ts'
import { guestLinksOf } from '#guests/link-store.ts'
import { findHandoff } from '#handoffs/store.ts'
import { blocksOf } from '#people/block-store.ts'
import { protectionsOf } from '#people/protection-store.ts'
import { linksOfReferral } from '#people/family-link-store.ts'
import { familySignIns } from '#people/family-sign-in-store.ts'
import { caregiversOf, caregiversToContact } from '#people/store.ts'
import { fileLines } from '#records/file-store.ts'
import { holdsOf } from '#records/hold-store.ts'
import { requestsOf } from '#records/store.ts'
import { findEnding, loopFacts, signOffsOf } from '#referrals/closing-store.ts'
import { findPacket } from '#referrals/packet-store.ts'
import { pausesOf } from '#referrals/pause-store.ts'
import { remindersOf } from '#referrals/reminder-store.ts'
import { findResponsibility, responsibilitiesOf } from '#referrals/responsibility-store.ts'
import { findReferral } from '#referrals/store.ts'
import { statusesOf } from '#referrals/status-store.ts'
import { stopNoticesOf } from '#referrals/stop-store.ts'
import { offersOf, visitsOf } from '#referrals/visit-store.ts'
import { followUpsOf } from '#returns/follow-up-store.ts'
import { sheetsOf } from '#returns/sheet-store.ts'
import { findPlan } from '#returns/store.ts'
import { tasksOf } from '#reviews/task-store.ts'
import { teamOf } from '#wraparound/store.ts'
import { reviewsOf } from '#supports/review-store.ts'
import { strategiesOf } from '#supports/strategy-store.ts'
import { type At, maybe, type Under } from './asked.ts'
import { ofClass } from './unders-of-class.ts'
import { toldByAgencies } from './unders-of-agencies.ts'
import { ofEscalations } from './unders-of-escalations.ts'

type Ask = (at: At, id: string) => Promise<readonly unknown[]>
const of =
  (parent: Under['parent']) =>
  (table: string, name: string, ask: Ask): Under => ({ kind: 'under', parent, table, name, ask })
const [student, referral, concern] = [of('student'), of('referral'), of('concern')]

const ofStudent: readonly Under[] = [
  {
    ...student('caregiver', 'people/caregiversOf', ({ tx }, id) => caregiversOf(tx, id)),
    along: ['guardianship'],
  },
  student('guardianship', 'people/caregiversToContact', ({ tx }, id) => caregiversToContact(tx, id)),
  {
    ...student('family_sign_in', 'people/familySignIns', ({ tx }, id) => familySignIns(tx, id)),
    by: ['school'],
  },
  student('access_block', 'people/blocksOf', ({ tx }, id) => blocksOf(tx, id)),
  student('protected_contact', 'people/protectionsOf', ({ tx }, id) => protectionsOf(tx, id)),
  student('tier_move', 'concerns/tierMovesOf', ({ tx }, id) => tierMovesOf(tx, id)),
  student('triage_decision', 'concerns/decisionsOf', ({ tx }, id) => decisionsOf(tx, id)),
  {
    ...student('concern', 'records/fileLines', ({ tx }, id) => fileLines(tx, id)),
    along: ['triage_decision', 'brief_support', 'referral'],
  },
  {
    ...student('consent', 'consent/consentsOf', ({ tx }, id) => consentsOf(tx, id)),
    along: ['consent_answer', 'consent_revocation'],
  },
  student('consent_exception', 'exceptions/exceptionsOf', ({ tx, actor }, id) =>
    exceptionsOf(tx, { ...actor, schoolIds: null }, id),
  ),
  student('disclosure', 'consent/crossedOf', (at, id) =>
    crossedOf(at, id, { after: null, limit: null, readers: null }),
  ),
  student('disclosure', 'family/crossedForFamily', ({ tx }, studentId) =>
    crossedForFamily(tx, { studentId, readers: ['family', 'student'] }),
  ),
  // Anybody else is refused by the database itself.
  student('disclosure_reading', 'family/readOutside', async ({ tx, actor }, studentId) =>
    sideOf(actor.role) === 'school' || actor.studentId === studentId
      ? readOutside(tx, { studentId, readers: ['family', 'student'] })
      : [],
  ),
  student('reassessment', 'warnings/findReassessment', ({ tx }, id) => maybe(findReassessment(tx, id))),
  student('early_warning', 'warnings/warningsOf', async ({ tx }, id) => warningsOf(tx, [id])),
  student('screening_opt_out', 'screenings/findOptOut', ({ tx }, id) => maybe(findOptOut(tx, id))),
  student('screening_result', 'screenings/resultsOf', ({ tx }, id) => resultsOf(tx, id)),
  student('school_event', 'warnings/eventsOf', ({ tx }, id) =>
    eventsOf(tx, { student: id, since: '2000-01-01' }),
  ),
  student('contact_attempt', 'handoffs/latestContactOf', ({ tx }, id) => maybe(latestContactOf(tx, id))),
  student('agreed_measure', 'supports/measuresOf', ({ tx }, id) => measuresOf(tx, id)),
  student('family_contact', 'consent/namingsOf', ({ tx }, id) => namingsOf(tx, id)),
  student('appointment', 'coordination/findNextVisit', ({ tx, now }, id) =>
    maybe(findNextVisit(tx, id, now)),
  ),
  student('appointment_reminder', 'handoffs/remindablesOf', ({ tx }, id) => remindablesOf(tx, id)),
  student('clinical_responsibility', 'referrals/responsibilitiesOf', ({ tx }, id) =>
    responsibilitiesOf(tx, id),
  ),
  student('wraparound_team', 'wraparound/teamOf', ({ tx }, id) => maybe(teamOf(tx, id))),
  student('legal_hold', 'records/holdsOf', ({ tx }, id) => holdsOf(tx, id)),
  student('record_request', 'records/requestsOf', ({ tx, actor }, id) =>
    requestsOf(tx, { ...actor, schoolIds: null }, id),
  ),
]

const ofReferral: readonly Under[] = [
  referral('referral_pause', 'referrals/pausesOf', ({ tx }, id) => pausesOf(tx, id)),
  referral('guest_link', 'guests/guestLinksOf', (at, id) => guestLinksOf(at, id)),
  referral('family_link', 'people/linksOfReferral', ({ tx }, id) => linksOfReferral(tx, id)),
  referral('review_task', 'reviews/tasksOf', ({ tx }, id) => tasksOf(tx, id)),
  referral('consent', 'consent/consentsForReferral', ({ tx }, id) => consentsForReferral(tx, id)),
  {
    ...referral('consent_revocation', 'consent/endingsOf', ({ tx }, id) => endingsOf(tx, id)),
    along: ['consent'],
  },
  referral('consent_request', 'consent/requestsOfReferral', ({ tx }, id) => requestsOfReferral(tx, id)),
  referral('consent_document', 'consent/documentsOf', ({ tx }, id) => documentsOf(tx, id)),
  referral('consent_settlement', 'consent/settlementsOf', ({ tx }, id) => settlementsOf(tx, id)),
  referral('contact_attempt', 'handoffs/contactsOf', ({ tx }, id) => contactsOf(tx, id)),
  referral('correction', 'handoffs/correctionsOf', ({ tx }, id) => correctionsOf(tx, id)),
  referral('practical_support', 'navigation/helpsOf', ({ tx }, id) => helpsOf(tx, id)),
  referral('barrier', 'handoffs/barriersOf', ({ tx }, id) => barriersOf(tx, id)),
  referral('handoff', 'handoffs/findHandoff', ({ tx }, id) => maybe(findHandoff(tx, id))),
  referral('appointment', 'handoffs/appointmentsOf', ({ tx }, id) => appointmentsOf(tx, id)),
  referral('appointment', 'referrals/visitsOf', ({ tx }, id) => visitsOf(tx, id)),
  referral('appointment_reminder', 'referrals/remindersOf', ({ tx }, id) => remindersOf(tx, id)),
  referral('reminder_attempt', 'referrals/remindersOf, attempts', async ({ tx }, id) =>
    (await remindersOf(tx, id)).flatMap(({ attempts }) => attempts),
  ),
  referral('visit_offer', 'referrals/offersOf', ({ tx }, id) => offersOf(tx, id)),
  referral('clinical_responsibility', 'referrals/findResponsibility', ({ tx }, id) =>
    maybe(findResponsibility(tx, id)),
  ),
  referral('closing_sign_off', 'referrals/signOffsOf', ({ tx }, id) => signOffsOf(tx, id)),
  referral('referral_ending', 'referrals/findEnding', ({ tx }, id) => maybe(findEnding(tx, id))),
  referral('packet', 'referrals/findPacket', ({ tx }, id) => maybe(findPacket(tx, id))),
  {
    // It is asked for a referral that was read a moment ago: for one that is not there it refuses.
    ...referral('school_feedback', 'referrals/loopFacts', async ({ tx, actor }, id) =>
      (await findReferral(tx, { ...actor, schoolIds: null }, id)) === undefined
        ? []
        : [await loopFacts(tx, { id, state: 'sent' })],
    ),
    by: ['school'],
  },
  referral('referral_status', 'referrals/statusesOf', ({ tx }, id) => statusesOf(tx, id)),
  referral('stop_notice', 'referrals/stopNoticesOf', ({ tx }, id) => stopNoticesOf(tx, id)),
]

const ofOthers: readonly Under[] = [
  concern('concern_question', 'concerns/questionsOf', ({ tx }, id) => questionsOf(tx, id)),
  concern('concern_screening', 'concerns/latestScreening', ({ tx }, id) => maybe(latestScreening(tx, id))),
  concern('triage_decision', 'concerns/decisionOf', ({ tx }, id) => maybe(decisionOf(tx, id))),
  of('crisis_incident')('crisis_alert', 'crisis/alertsOf', ({ tx }, id) => alertsOf(tx, id)),
  of('crisis_incident')('crisis_entry', 'crisis/entriesOf', ({ tx }, id) => entriesOf(tx, id)),
  of('crisis_incident')('incident_review', 'debriefs/findReview', ({ tx, actor }, id) =>
    maybe(findReview(tx, { ...actor, schoolIds: null }, id)),
  ),
  of('crisis_incident')('improvement', 'debriefs/improvementsOf', ({ tx }, id) => improvementsOf(tx, id)),
  of('crisis_incident')('return_plan', 'returns/findPlan', ({ tx, actor }, id) =>
    maybe(findPlan(tx, { ...actor, schoolIds: null }, id)),
  ),
  of('crisis_incident')('return_sheet', 'returns/sheetsOf', ({ tx }, id) => sheetsOf(tx, id)),
  of('crisis_incident')('follow_up', 'returns/followUpsOf', ({ tx }, id) => followUpsOf(tx, id)),
  of('brief_support')('support_review', 'supports/reviewsOf', ({ tx }, id) => reviewsOf(tx, id)),
  of('brief_support')('support_strategy', 'supports/strategiesOf', ({ tx }, id) => strategiesOf(tx, id)),
]

/** Every query that answers with what hangs on one record. */
export const unders: readonly Under[] = [
  ...ofStudent,
  ...ofReferral,
  ...toldByAgencies,
  ...ofEscalations,
  ...ofClass,
  ...ofOthers,
]
