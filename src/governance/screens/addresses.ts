import type { Resource, Screen } from '#access/screen.ts'
import { caseResource, caseScreen } from './case.tsx'
import { fitCasesScreen } from './fit-cases.tsx'
import { sampleScreen } from './sample.tsx'
import { samplesResource, samplesScreen } from './samples.tsx'
import { triageFitScreen } from './triage-fit.tsx'

export const screens: readonly Screen[] = [
  samplesScreen,
  sampleScreen,
  caseScreen,
  triageFitScreen,
  fitCasesScreen,
]
export const resources: readonly Resource[] = [samplesResource, caseResource]
