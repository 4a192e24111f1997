import type { Resource, Screen } from '#access/screen.ts'
import { caregiverChoiceResource, caregiverChoiceScreen } from './caregiver-choice.tsx'
import { inboxScreen, readingResource } from './inbox.tsx'
import { againResource, logScreen } from './log.tsx'
import { ownChoiceResource, ownChoiceScreen } from './own-choice.tsx'

export const screens: Screen[] = [inboxScreen, ownChoiceScreen, logScreen, caregiverChoiceScreen]
export const resources: Resource[] = [
  readingResource,
  ownChoiceResource,
  againResource,
  caregiverChoiceResource,
]
