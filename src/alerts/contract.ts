export { type AlertAbout, alertAbouts } from './alert.ts'
export { waitingToRead, type WaitingAlert } from './waiting.ts'
export { supportAlertWaits } from './told-store.ts'
export { aboutWords, alertNoticeWords as noticeWords, traceWords } from './words.ts'
