export { openReturn } from './open-return.ts'
export { noticeWords, traceWords } from './words.ts'
