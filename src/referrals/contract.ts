export { agencyWords } from './agency-words.ts'
export type { Referral } from './referral.ts'
export { referralLifecycle } from './lifecycle.ts'
export { type NextOwner, type Step } from './next-step.ts'
export { stepAt } from './step-at.ts'
export { findReferral, holdReferral } from './store.ts'
export { moveReferral, noteReferral, settleReferral } from './move-referral.ts'
export { daysPaused, pauseOn } from './pause.ts'
export { pausesOf } from './pause-store.ts'
export { mayNavigate, navigatingStaff, stalledReaders } from './navigate.ts'
export { mayTrack } from './policy.ts'
export { trackerWords } from './screens/tracker-words.ts'
export {
  type HighNeedStated,
  highNeedStated,
  type NavigatorChanged,
  navigatorChanged,
  type ReferralOpened,
  referralOpened,
  type ReferralSent,
  referralSent,
} from './referral-happenings.ts'
export { heedCrisis, heedWarning } from './heed-warning.ts'
export { heedDecision as referralsHeedDecision, heedRisk as referralsHeedRisk } from './risk.ts'
export { openReferral } from './open-referral.ts'
export { followGate, tellNavigators } from './follow-gate.ts'
export { followAnswers, followRevocation } from './follow-consent.ts'
export { owedByAgency } from './read-inbox.ts'
export type { AgencyPromise } from './agency-promises.ts'
export { findPacket } from './packet-store.ts'
export { packetWords } from './packet-words.ts'
export { LeftOutList, PacketList } from './screens/referral-packet.tsx'
export { sendingFacts, sendReferral } from './send-referral.ts'
export { obstaclesToSending } from './send-referral-rules.ts'
export { addStatus, statusesOf } from './status-store.ts'
export { type Status, statuses } from './status.ts'
export {
  type Visit,
  type VisitKind,
  visitKinds,
  visitModalities,
  type VisitModality,
  type VisitOffer,
} from './visit.ts'
export { isLate, sameWeekOf } from './same-week.ts'
export {
  type Reminder,
  type ReminderAttempt,
  type ReminderReply,
  reminderChannels,
  reminderReplies,
  standingOfReminder,
} from './reminder.ts'
export { remindersOf } from './reminder-store.ts'
export { reminderCodeWords } from './reminder-words.ts'
export { ReminderLine, reminderSaid } from './screens/reminder-line.tsx'
export { rateOf } from './visit-rates.ts'
export { planVisit } from './plan-visit.ts'
export { offersOf, saveResult, takeOffer, visitsOf } from './visit-store.ts'
export { navigatorTraceWords, redirectingObstacles, sendingWords } from './words-navigator.ts'
export { traceWords as partnerTraceWords, resultWords, stepWords, visitWords } from './words.ts'
export {
  choseNotToShare,
  forkOf,
  type LineFacts,
  lineOf,
  type LineStep,
} from './line.ts'
export { knownLine } from './known-line.ts'
export { lineColumns, lineTables } from './line-store.ts'
export { lineWords } from './line-words.ts'
export { loopOf } from './loop.ts'
export { loopFacts } from './closing-store.ts'
export { loopWords } from './closing-words.ts'
export { responsibilitiesOf } from './responsibility-store.ts'
export { stopSharing } from './stop-sharing.ts'
export { clockTierOf } from './tier-store.ts'
export { withdrawBy } from './withdraw.ts'
export { goOnBy, waitBy, waitsUntil } from './wait-by-family.ts'
export { settleWhenConsentEnds } from './settle-on-end.ts'
export { miniOf, standsAt, stepsOf } from './screens/line-parts.tsx'
export { passReferral } from './reassign-navigator.ts'
export { choosablePartners } from './choosable-partners.ts'
export { askElsewhere } from './redirect-referral.ts'
export { listNavigators } from './reassign-navigator-store.ts'
export { isRemote, obstaclesToTelehealth, type ObstacleToTelehealth, videoVisit } from './telehealth.ts'
