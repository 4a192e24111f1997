import type { Resource, Screen } from '#access/screen.ts'
import { addingScreen, partnersResource } from './adding.tsx'
import { entryResource, entryScreen } from './entry.tsx'
import { mixesResource, mixesScreen } from './mixes.tsx'
import { namesResource, namesScreen } from './names.tsx'
import { offerResource, offerScreen, serviceRemovalResource, servicesResource } from './offer.tsx'
import { partnersScreen } from './partners.tsx'
import { roomResource, roomScreen } from './room.tsx'
import { routeResource, routeScreen } from './route.tsx'

export const screens: Screen[] = [
  partnersScreen,
  addingScreen,
  entryScreen,
  namesScreen,
  offerScreen,
  roomScreen,
  routeScreen,
  mixesScreen,
]
export const resources: Resource[] = [
  partnersResource,
  entryResource,
  namesResource,
  offerResource,
  servicesResource,
  serviceRemovalResource,
  roomResource,
  routeResource,
  mixesResource,
]
