export {
  openBriefSupport,
  openOnDecision as openSupportOnDecision,
  type NewSupport,
} from './open-brief-support.ts'
export { heedDecision, heedRisk } from './heed-risk.ts'
export { openSupportsOf } from './store.ts'
export { runningSupports, type SupportLine } from './review-store.ts'
export { stateOn } from './rules.ts'
export { stateWords as supportStateWords, traceWords } from './words.ts'
export type { BriefSupport } from './support.ts'
