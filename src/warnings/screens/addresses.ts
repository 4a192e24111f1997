import type { Resource, Screen } from '#access/screen.ts'
import { daysResource, daysScreen } from './days.tsx'
import { reassessingResources } from './reassessing-resources.ts'
import { importsResource, importsScreen } from './imports.tsx'

export const screens: Screen[] = [daysScreen, importsScreen]
export const resources: Resource[] = [daysResource, importsResource, ...reassessingResources]
