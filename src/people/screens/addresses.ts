import type { Resource, Screen } from '#access/screen.ts'
import { blocksResource, blocksScreen, confirmationResource } from './blocks.tsx'
import { blocksToReviewScreen } from './blocks-to-review.tsx'
import { conflictResource, conflictScreen, liftingResource, liftingScreen } from './lift-block.tsx'
import {
  caregiverLinksResource,
  caregiverResource,
  caregiverScreen,
  caregiversResource,
  newCaregiverScreen,
} from './caregiver.tsx'
import { detailsResource, detailsScreen } from './details.tsx'
import { applicationResource, discardResource, rosterScreen } from './roster.tsx'
import { glassResource, glassScreen, openingEndResource } from './glass.tsx'
import { protectionResources, protectionsScreen } from './protections.tsx'
import { openingScreen, reviewResource } from './opening.tsx'
import { openingsScreen } from './openings.tsx'
import { rostersScreen } from './rosters.tsx'
import { signInResources, signInsScreen } from './sign-ins.tsx'
import { searchScreen } from './search.tsx'

export const screens: Screen[] = [
  searchScreen,
  detailsScreen,
  newCaregiverScreen,
  caregiverScreen,
  rostersScreen,
  rosterScreen,
  blocksScreen,
  blocksToReviewScreen,
  liftingScreen,
  conflictScreen,
  protectionsScreen,
  glassScreen,
  openingsScreen,
  openingScreen,
  signInsScreen,
]
export const resources: Resource[] = [
  detailsResource,
  caregiverResource,
  caregiversResource,
  caregiverLinksResource,
  applicationResource,
  discardResource,
  blocksResource,
  confirmationResource,
  liftingResource,
  conflictResource,
  glassResource,
  openingEndResource,
  reviewResource,
  ...protectionResources,
  ...signInResources,
]
