export type { Referral } from './referral.ts'
export { type ReferralAct, referralLifecycle, type ReferralState } from './lifecycle.ts'
export { type NextOwner, type Step, steps } from './next-step.ts'
export { findReferral, holdReferral, visibleTo } from './store.ts'
export { moveReferral, settleReferral } from './move-referral.ts'
export { mayCareFor, mayClose } from './policy.ts'
export { mayNavigate, navigatingStaff } from './navigate.ts'
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
export { referralEnded, safetySignalPosted } from './happenings.ts'
export { openReferral } from './open-referral.ts'
export { followGate, tellNavigators } from './follow-gate.ts'
export { followAnswers, followRevocation } from './follow-consent.ts'
export { type LeftOut, type PacketContent, type PacketItem } from './packet.ts'
export { findPacket, type SentPacket } from './packet-store.ts'
export { type Preview, readPreview } from './packet-preview.ts'
export { type PacketLine, leftOutLines, packetLines } from './packet-lines.ts'
export { packetWords } from './packet-words.ts'
export { LeftOutList, PacketList } from './screens/referral-packet.tsx'
export { sendingFacts, sendReferral } from './send-referral.ts'
export { obstaclesToSending } from './send-referral-rules.ts'
export { addStatus, statusesOf } from './status-store.ts'
export type { Status, StatusRow, StatusSource } from './status.ts'
export {
  isMeaningful,
  type Visit,
  type VisitKind,
  visitKinds,
  visitModalities,
  type VisitModality,
  type VisitOffer,
  type VisitResult,
} from './visit.ts'
export { addVisit, offersOf, saveResult, takeOffer, visitsOf } from './visit-store.ts'
export { navigatorTraceWords, sendingWords } from './words-navigator.ts'
export {
  traceWords as partnerTraceWords,
  resultWords,
  signalWords,
  sourceWords,
  stateWords,
  statusWords,
  stepWords,
  visitWords,
} from './words.ts'
export { forkOf, type LineFacts, lineOf, type LineStep, lineSteps } from './line.ts'
export { lineColumns, lineTables } from './line-store.ts'
export { lineWords } from './line-words.ts'
export { type Confirmation, type Loop, type LoopFacts, loopOf } from './loop.ts'
export { closingFacts } from './closing-facts.ts'
export { findEnding, loopFacts, signOffsOf } from './closing-store.ts'
export { attributionWords, endingWords, loopWords } from './closing-words.ts'
export { findResponsibility, responsibilitiesOf, type Responsibility } from './responsibility-store.ts'
export { stopSharing } from './stop-sharing.ts'
export { type Telling, tellingOf, tellingScopes } from './telling.ts'
export { miniOf, standsAt, stepsOf } from './screens/line-parts.tsx'
export { settleWhenConsentEnds } from './settle-on-end.ts'
export { pageKey, pageKeyText } from './page-key.ts'
