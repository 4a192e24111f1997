import type { Resource, Screen } from '#access/screen.ts'
import {
  agreementsResource,
  newAgreementScreen,
  suspensionResource,
  suspensionScreen,
} from './agreements.tsx'
import { completionResource, onboardingScreen, stepsResource } from './onboarding.tsx'
import { ownerResource, partnerScreen } from './partner.tsx'
import { registerResources, registerScreen } from './register.tsx'
import { newSignOffScreen, signOffsResource, withdrawalResource, withdrawalScreen } from './sign-offs.tsx'

export const screens: Screen[] = [
  partnerScreen,
  newAgreementScreen,
  suspensionScreen,
  newSignOffScreen,
  withdrawalScreen,
  onboardingScreen,
  registerScreen,
]
export const resources: Resource[] = [
  agreementsResource,
  suspensionResource,
  signOffsResource,
  withdrawalResource,
  stepsResource,
  completionResource,
  ownerResource,
  ...registerResources,
]
