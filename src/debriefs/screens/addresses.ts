import type { Resource, Screen } from '#access/screen.ts'
import { improvementResource, improvementScreen } from './improvement.tsx'
import { requestResources, requestsScreen } from './requests.tsx'
import { reviewResources, reviewScreen } from './review.tsx'
import { reviewsScreen } from './reviews.tsx'

export const screens: Screen[] = [reviewsScreen, reviewScreen, improvementScreen, requestsScreen]
export const resources: Resource[] = [...reviewResources, improvementResource, ...requestResources]
