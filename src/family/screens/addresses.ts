import { type Resource, resource, type Screen } from '#access/screen.ts'
import { stopSharing } from '../stop-sharing.ts'
import { schoolHearsPaperScreen, schoolHearsScreen } from './school-hears.tsx'
import { explanationScreen, sharedScreen } from './sharing.tsx'

export const screens: Screen[] = [sharedScreen, explanationScreen, schoolHearsScreen, schoolHearsPaperScreen]
export const resources: Resource[] = [
  resource({
    address: 'POST /family/stops',
    act: stopSharing,
    stands: sharedScreen,
    then: ({ language }) => `/family?lang=${language}`,
  }),
]
