export {
  type RiskIndicated,
  riskIndicated,
  type SupportPlan,
  type TriageDecided,
  triageDecided,
} from './happenings.ts'
export { openRetriage } from './open-retriage.ts'
export { receiveConcern, type Received } from './receive-concern.ts'
export { findConcern } from './store.ts'
export { decisionsOf, findDecision } from './decision-store.ts'
export { type Move, moveTier, tierMovesOf, tierOf } from './tier-store.ts'
export { isHighRisk, isOverdue, obstaclesToMoving } from './rules.ts'
export { concernsRaisedBy, queueOf, type QueueLine, type ReviewOwed, reviewsOwedBy } from './queue-store.ts'
export { crisisContactsAt, type CrisisContact } from './help-store.ts'
export { staffAt, type StaffLine } from './staff-store.ts'
export { insertNotice, type Notice } from './notice-store.ts'
export { inTheWay } from './in-the-way.ts'
export type { Concern, Decision, Source, TierMove, Urgency } from './concern.ts'
export { noticeWords, signalWords, sourceWords, traceWords, urgencyWords } from './words.ts'
