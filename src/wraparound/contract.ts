export { traceWords } from './words.ts'
