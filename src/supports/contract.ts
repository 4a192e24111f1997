export { GivenPlan, openOffered, plannedWords, planOffered, supportOwnersFor } from './offered-support.ts'
export { supportEntries } from './support-entries.ts'
export { traceWords } from './words.ts'
export { passSupports } from './pass-supports.ts'
