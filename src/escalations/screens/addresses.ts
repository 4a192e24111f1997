import { type Resource, resource, type Screen } from '#access/screen.ts'
import { sayRiskRose } from '../say-risk-rose.ts'
import { askingResource, askingScreen } from './asking.tsx'
import { clocksScreen } from './clocks.tsx'
import {
  capacityResource,
  closingResource,
  contactResource,
  decisionResource,
  escalationScreen,
  takeResource,
} from './escalation.tsx'
import { escalationsScreen } from './escalations.tsx'
import { figuresScreen } from './figures.tsx'

export const screens: Screen[] = [
  escalationsScreen,
  figuresScreen,
  askingScreen,
  escalationScreen,
  clocksScreen,
]
const riskResource = resource({
  address: 'POST /escalations/:escalationId/risk',
  act: sayRiskRose,
  stands: escalationScreen,
  then: ({ incidentId }) => `/crisis/incidents/${incidentId}`,
})

export const resources: Resource[] = [
  askingResource,
  takeResource,
  contactResource,
  capacityResource,
  decisionResource,
  closingResource,
  riskResource,
]
