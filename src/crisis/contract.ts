export { followsIncidents } from './policy.ts'
export { traceWords } from './words.ts'
