export { schoolFactsOf } from './facts.ts'
export { type Warned, warned } from './happenings.ts'
export { traceWords } from './words.ts'
