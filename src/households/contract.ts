export { barriersOfFamily } from './known-of-family.ts'
export { type NeedKind } from './need.ts'
export { type Suggestion } from './suggest.ts'
export { needWords, suggestionWords, traceWords } from './words.ts'
