export { openBriefSupport } from './open-brief-support.ts'
export { traceWords } from './words.ts'
export { passSupports } from './pass-supports.ts'
