import { type Resource, resource, type Screen } from '#access/screen.ts'
import { giveStrategy } from '../give-strategy.ts'
import { reviewSupport } from '../review-support.ts'
import { startSupport } from '../start-support.ts'
import { supportScreen } from './support.tsx'
import { supportsScreen } from './supports.tsx'
import { tierHistoryScreen } from './tier-history.tsx'

export const screens: Screen[] = [supportsScreen, supportScreen, tierHistoryScreen]

export const resources: Resource[] = [
  resource({
    address: 'POST /supports/:supportId/start',
    act: startSupport,
    stands: supportScreen,
    then: ({ supportId }) => `/supports/${supportId}`,
  }),
  resource({
    address: 'POST /supports/:supportId/strategies',
    act: giveStrategy,
    stands: supportScreen,
    then: ({ supportId }) => `/supports/${supportId}`,
  }),
  resource({
    address: 'POST /supports/:supportId/reviews',
    act: reviewSupport,
    stands: supportScreen,
    then: ({ supportId, concernId }) =>
      concernId === null ? `/supports/${supportId}` : `/concerns/${concernId}`,
  }),
]
