import type { Resource, Screen } from '#access/screen.ts'
import { dueResources, dueScreen } from './due.tsx'
import { ownTrainingScreen } from './own.tsx'
import { reportResources, reportScreen } from './report.tsx'
import { requirementsResource, requirementsScreen } from './requirements.tsx'

export const screens: readonly Screen[] = [reportScreen, dueScreen, requirementsScreen, ownTrainingScreen]
export const resources: readonly Resource[] = [...reportResources, ...dueResources, requirementsResource]
