import type { Resource, Screen } from '#access/screen.ts'
import { partnersScreen } from './partners.tsx'
import { roomResource, roomScreen } from './room.tsx'
import { routeResource, routeScreen } from './route.tsx'

export const screens: Screen[] = [partnersScreen, roomScreen, routeScreen]
export const resources: Resource[] = [roomResource, routeResource]
