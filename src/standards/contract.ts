export { getStandard, modelInForce, type Published, type PublishedModel } from './store.ts'
export { dueAt, resultOf, type Due, type Started } from './clock-rules.ts'
export type { Clock } from './clocks.ts'
export type { Model, Standard } from './standard.ts'
