export { findingsOwed } from './open-findings-store.ts'
export { drillKeepers, drillReaders } from './policy.ts'
export { countOverdueDrills } from './standing.ts'
export { noticeWords } from './words.ts'
