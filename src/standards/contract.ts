export { getStandard, modelInForce, type Published, type PublishedModel } from './store.ts'
export { dueAt, type Due } from './clock-rules.ts'
export { type KeptMiss, missesOf } from './missed-store.ts'
export { Misses } from './screens/missed.tsx'
export { reach } from './reach.ts'
export { longestPause, type Pause } from './pause.ts'
export { whenWords } from './when-words.ts'
export { dueBefore } from './due-before.ts'
export { type Clock } from './clocks.ts'
export { lateness } from './lateness.ts'
export { dayWords } from '#district/contract.ts'
export { clockWords } from './clock-words.ts'
export { purposeWords } from './knowing-words.ts'
export { limitWords } from './limit-words.ts'
export type { Limit } from './limits.ts'
export type { Path } from './checklist.ts'
export { scoreAgain, scoreChecklist, type ChecklistResult } from './checklist-rules.ts'
export { getTier, type Tier, tiers } from './tiers.ts'
export { findHandoffRule, type Change, type HandoffRule } from './handoff-rules.ts'
export { getMustNotText } from './must-not.ts'
export { type HighNeed } from './high-need.ts'
export { criteriaMet, type HighNeedFacts } from './high-need-rules.ts'
export { signalsOf } from './signals.ts'
export { shippedSignals } from './shipped-signals.ts'
export { choicesOf, labelOf } from './reasons.ts'
export type { KnownCode, ListName } from './reason-lists.ts'
export { obstaclesToUsing } from './rules.ts'
export { samplesLeft } from './samples-left.ts'
export { shippedModel } from './sample.ts'
export { shipModel } from './ship-model.ts'
export { standardsWords } from './words.ts'
export {
  type CrisisResponse,
  crisisResponses,
  type CrisisStandard,
  departureOf,
  isExternal,
  levelOf,
  type RiskLevel,
  riskLevels,
} from './crisis.ts'
export type { Bodies, Kind } from './kinds.ts'
export type { MessageRules } from './message-rules.ts'
export type { Model, Standard } from './standard.ts'
