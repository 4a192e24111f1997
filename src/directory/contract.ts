export { activeRoute, findPartner, getPartner, listPartners, markOnboarded } from './store.ts'
export { obstaclesToChoosing, type Choosable, type ObstacleToChoosing } from './rules.ts'
export { choosingWords, directoryWords, traceWords } from './words.ts'
export type {
  Acceptance,
  Modality,
  Partner,
  Payer,
  Route,
  RouteKind,
  Service,
  ServiceKind,
} from './partner.ts'
export { modalities } from './partner.ts'
export { maySee } from './policy.ts'
