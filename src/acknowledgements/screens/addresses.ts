import type { Resource, Screen } from '#access/screen.ts'
import { acknowledgeResource, ownTermsScreen } from './own-terms.tsx'
import { guideScreen, ownGuidesScreen, registerScreen, trainingResource } from './guides.tsx'
import { owingScreen } from './owing.tsx'
import { publishResource, versionsScreen } from './versions.tsx'

export const screens: Screen[] = [
  ownTermsScreen,
  owingScreen,
  versionsScreen,
  registerScreen,
  guideScreen,
  ownGuidesScreen,
]
export const resources: Resource[] = [acknowledgeResource, publishResource, trainingResource]
