export { agreementsOf, gateOf, signOffsOf, type Gate } from './store.ts'
export { type AtTheGate, obstaclesAtTheGate, type ObstacleAtTheGate, gateClosedAt } from './rules.ts'
export {
  partnerItems,
  schoolItems,
  type Agreement,
  type PartnerItem,
  type SchoolItem,
  type SignOff,
} from './agreement.ts'
export { gateClosed, gateOpened, type GateMoved } from './happenings.ts'
export { gateWords, itemWords, traceWords } from './words.ts'
