import type { Resource, Screen } from '#access/screen.ts'
import { accountingScreen } from './accounting.tsx'
import { agreementResources, agreementsScreen } from './agreements.tsx'
import { designeeResources, designeesScreen } from './designees.tsx'
import { noticeResources, noticeScreen } from './notice.tsx'
import { noticesScreen } from './notices.tsx'
import { signingResources, signingScreen } from './signing.tsx'
import { signalsScreen } from './signals.tsx'

export const screens: readonly Screen[] = [
  noticesScreen,
  noticeScreen,
  signalsScreen,
  designeesScreen,
  agreementsScreen,
  signingScreen,
  accountingScreen,
]
export const resources: readonly Resource[] = [
  ...noticeResources,
  ...designeeResources,
  ...agreementResources,
  ...signingResources,
]
