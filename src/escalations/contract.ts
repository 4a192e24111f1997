export { openEscalationsOf } from './store.ts'
export { traceWords } from './words.ts'
