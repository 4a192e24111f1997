import type { Resource, Screen } from '#access/screen.ts'
import { entryResource, entryScreen } from './entry.tsx'
import { partnersScreen } from './partners.tsx'
import { roomResource, roomScreen } from './room.tsx'
import { routeResource, routeScreen } from './route.tsx'

export const screens: Screen[] = [partnersScreen, entryScreen, roomScreen, routeScreen]
export const resources: Resource[] = [entryResource, roomResource, routeResource]
