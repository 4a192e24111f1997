import type { Resource, Screen } from '#access/screen.ts'
import { profileResources, profileScreen } from './profile.tsx'

export const screens: Screen[] = [profileScreen]
export const resources: Resource[] = profileResources
