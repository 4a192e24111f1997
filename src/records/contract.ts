export { holdKeepers, recordKeepers } from './policy.ts'
