import type { Resource, Screen } from '#access/screen.ts'
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
export const resources: Resource[] = [
  askingResource,
  takeResource,
  contactResource,
  capacityResource,
  decisionResource,
  closingResource,
]
