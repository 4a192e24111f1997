export { requestReaders, reviewers as incidentReviewers } from './policy.ts'
export { askForChange } from './request-change.ts'
export { openReview } from './open-review.ts'
export { noticeWords, traceWords } from './words.ts'
