import { type Resource, resource, type Screen } from '#access/screen.ts'
import { stopSharing } from '../stop-sharing.ts'
import { explanationScreen, sharedScreen } from './sharing.tsx'

export const screens: Screen[] = [sharedScreen, explanationScreen]
export const resources: Resource[] = [
  resource({
    address: 'POST /family/stops',
    act: stopSharing,
    stands: sharedScreen,
    then: ({ language }) => `/family?lang=${language}`,
  }),
]
