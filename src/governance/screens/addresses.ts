import type { Resource, Screen } from '#access/screen.ts'
import { caseResource, caseScreen } from './case.tsx'
import { sampleScreen } from './sample.tsx'
import { samplesResource, samplesScreen } from './samples.tsx'

export const screens: readonly Screen[] = [samplesScreen, sampleScreen, caseScreen]
export const resources: readonly Resource[] = [samplesResource, caseResource]
