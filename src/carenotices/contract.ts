export { noticeWaitsFor } from './told-store.ts'
export { noticeWords, teacherWords } from './words.ts'
