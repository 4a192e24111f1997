import type { Resource, Screen } from '#access/screen.ts'
import { exceptionScreen, reviewResource } from './exception.tsx'
import { exceptionsScreen } from './exceptions.tsx'
import { tellingResource, tellingScreen } from './telling.tsx'

export const screens: Screen[] = [exceptionsScreen, tellingScreen, exceptionScreen]
export const resources: Resource[] = [tellingResource, reviewResource]
