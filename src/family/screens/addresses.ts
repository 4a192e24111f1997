import type { Resource, Screen } from '#access/screen.ts'
import { explanationScreen, sharedScreen } from './sharing.tsx'

export const screens: Screen[] = [sharedScreen, explanationScreen]
export const resources: Resource[] = []
