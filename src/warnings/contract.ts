export { schoolFactsOf } from './facts.ts'
export { type AttendanceTaken, attendanceTaken, type Warned, warned } from './happenings.ts'
export { codeWords as exclusionCodeWords } from './screen-words.ts'
export { traceWords } from './words.ts'
