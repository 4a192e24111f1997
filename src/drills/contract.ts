export { drillKeepers } from './policy.ts'
export { countOverdueDrills } from './standing.ts'
export { noticeWords } from './words.ts'
