export type { HelpKind } from './help.ts'
export { endOutside } from './end-outside.ts'
export { helpWords } from './screen-words.ts'
export { traceWords } from './words.ts'
