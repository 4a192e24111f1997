export {
  type RiskIndicated,
  riskIndicated,
  type SupportPlan,
  type TriageDecided,
  triageDecided,
} from './happenings.ts'
export { earlierReferrals } from './earlier-referral-store.ts'
export { repeated, repeatSince } from './repeat.ts'
export { ableToPassTo, passConcerns } from './pass-concerns.ts'
export { isLive } from './live.ts'
export { receiveConcern } from './receive-concern.ts'
export type { Source } from './concern.ts'
export { openRetriage } from './open-retriage.ts'
export { entersBy } from './rules.ts'
export { moveTier, tierMovesOf, tierOf } from './tier-store.ts'
export { crisisContactsAt, type CrisisContact } from './help-store.ts'
export { presentAt, staffAt, type StaffLine } from './staff-store.ts'
export { helpAskedAt } from './asked-store.ts'
export { heldQueue } from './held-queue-store.ts'
export { insertNotice, settleNotices } from './notice-store.ts'
export { takeOffStudent } from './take-off-student.ts'
export { tellLateConcerns } from './tell-late.ts'
export { type Volume, volumeOf } from './volume.ts'
export { routedSince } from './volume-store.ts'
export { decidersAt } from './deciders.ts'
export { followsQueue, isDecider, mayLookAgain, readsStudentRequests } from './policy.ts'
export { noticeWords, reporterWords, sourceWords, traceWords } from './words.ts'
