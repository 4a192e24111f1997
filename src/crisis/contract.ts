export { followsIncidents } from './policy.ts'
export { findPersonMail } from './person-store.ts'
export { traceWords } from './words.ts'
