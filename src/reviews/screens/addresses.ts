import type { Resource, Screen } from '#access/screen.ts'
import { caseOpeningResource, caseReviewsScreen } from './case-reviews.tsx'
import { exclusionsScreen } from './exclusions.tsx'
import { lineResource, lineScreen } from './line.tsx'
import { paperScreen } from './paper.tsx'
import { partsScreen } from './parts.tsx'
import { progressOpeningResource, progressScreen } from './progress-meetings.tsx'
import { endResource, reviewScreen } from './review.tsx'
import { openingResource, reviewsScreen } from './reviews.tsx'
import { taskResource, taskScreen } from './task.tsx'

export const screens: Screen[] = [
  reviewsScreen,
  caseReviewsScreen,
  progressScreen,
  reviewScreen,
  paperScreen,
  lineScreen,
  taskScreen,
  partsScreen,
  exclusionsScreen,
]
export const resources: Resource[] = [
  openingResource,
  caseOpeningResource,
  progressOpeningResource,
  lineResource,
  endResource,
  taskResource,
]
