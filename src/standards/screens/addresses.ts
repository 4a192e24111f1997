import type { Resource, Screen } from '#access/screen.ts'
import { standardScreen } from './standard.tsx'
import { standardsScreen } from './standards.tsx'

export const screens: Screen[] = [standardsScreen, standardScreen]
export const resources: Resource[] = []
