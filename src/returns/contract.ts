export { heedAbsence } from './heed-absence.ts'
export { openReturn } from './open-return.ts'
export { noticeWords, traceWords } from './words.ts'
