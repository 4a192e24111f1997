export { askForLead } from './open-escalation.ts'
export { traceWords } from './words.ts'
