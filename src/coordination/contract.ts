export { acknowledgeNotice } from './acknowledge-notice.ts'
export { newsOf, placeOf } from './notices.ts'
