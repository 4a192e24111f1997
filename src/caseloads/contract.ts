export type { Serving } from './served.ts'
export { caseloadAt, servingOf } from './served-store.ts'
