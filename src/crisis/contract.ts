export {
  openIncident,
  openOnDecision as openIncidentOnDecision,
  openOnRisk,
  type NewIncident,
} from './open-incident.ts'
export { type IncidentLine, openIncidentsOf, runningIncidents } from './store.ts'
export { traceWords } from './words.ts'
export type { Incident } from './incident.ts'
