export type { StepKind } from './team.ts'
export { stepNames, traceWords } from './words.ts'
