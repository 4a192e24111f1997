import type { Resource, Screen } from '#access/screen.ts'
import { approvalResource, standardScreen } from './standard.tsx'
import { standardsScreen } from './standards.tsx'
import { tiersFormScreen, tiersResource } from './tiers-form.tsx'

export const screens: Screen[] = [standardsScreen, standardScreen, tiersFormScreen]
export const resources: Resource[] = [tiersResource, approvalResource]
