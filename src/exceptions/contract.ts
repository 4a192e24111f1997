export { mayTell } from './policy.ts'
