export { countUnreviewed } from './coverage-store.ts'
export { reviewers } from './policy.ts'
export { mondayOf } from './rules.ts'
export { traceWords } from './words.ts'
