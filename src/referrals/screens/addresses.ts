import type { Resource, Screen } from '#access/screen.ts'
import { closingResources, closingScreens } from './closing-addresses.ts'
import { inboxResources, inboxScreens } from './inbox-addresses.ts'
import { pauseResources, pauseScreens } from './pauses.tsx'
import { navigatorResources, navigatorScreens } from './referral-addresses.ts'

/** Every address of a referral: the agency's side, the tracker and closing, and the navigator's own pages. */
export const screens: Screen[] = [...closingScreens, ...inboxScreens, ...navigatorScreens, ...pauseScreens]
export const resources: Resource[] = [
  ...closingResources,
  ...inboxResources,
  ...navigatorResources,
  ...pauseResources,
]
