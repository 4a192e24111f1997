export { gateOf, type Gate } from './gate-store.ts'
export { type ObstacleAtTheGate, gateClosedAt } from './rules.ts'
export { gateClosed, gateOpened, type GateMoved } from './happenings.ts'
export { gateWords } from './words.ts'
