export { mayReview, mayTell } from './policy.ts'
export { countExceptions } from './store.ts'
