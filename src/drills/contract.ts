export { findingsOwed } from './open-findings.ts'
export { drillKeepers, drillReaders } from './policy.ts'
export { countOverdueDrills } from './standing.ts'
export { noticeWords } from './words.ts'
