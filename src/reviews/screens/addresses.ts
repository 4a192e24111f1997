import type { Resource, Screen } from '#access/screen.ts'
import { lineResource, lineScreen } from './line.tsx'
import { endResource, reviewScreen } from './review.tsx'
import { openingResource, reviewsScreen } from './reviews.tsx'
import { taskResource, taskScreen } from './task.tsx'

export const screens: Screen[] = [reviewsScreen, reviewScreen, lineScreen, taskScreen]
export const resources: Resource[] = [openingResource, lineResource, endResource, taskResource]
