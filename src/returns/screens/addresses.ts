import type { Resource, Screen } from '#access/screen.ts'
import { returnFiguresScreen } from './figures.tsx'
import { followUpResource, followUpScreen } from './follow-up.tsx'
import { planResources, planScreen } from './plan.tsx'
import { plansScreen } from './plans.tsx'
import { sheetsScreen } from './sheets.tsx'

export const screens: Screen[] = [plansScreen, planScreen, followUpScreen, sheetsScreen, returnFiguresScreen]
export const resources: Resource[] = [...planResources, followUpResource]
