export type { HelpKind } from './help.ts'
export { helpWords } from './screen-words.ts'
export { traceWords } from './words.ts'
