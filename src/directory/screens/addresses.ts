import type { Resource, Screen } from '#access/screen.ts'
import { addingScreen, partnersResource } from './adding.tsx'
import { entryResource, entryScreen } from './entry.tsx'
import { partnersScreen } from './partners.tsx'
import { roomResource, roomScreen } from './room.tsx'
import { routeResource, routeScreen } from './route.tsx'

export const screens: Screen[] = [partnersScreen, addingScreen, entryScreen, roomScreen, routeScreen]
export const resources: Resource[] = [partnersResource, entryResource, roomResource, routeResource]
