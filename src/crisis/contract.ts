export { followsIncidents } from './policy.ts'
export { waitsForAnswer } from './alert-store.ts'
export { traceWords } from './words.ts'
