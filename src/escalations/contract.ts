export { askForLead } from './open-escalation.ts'
export { waitsForTaking } from './alert-store.ts'
export { traceWords } from './words.ts'
