import { type Resource, resource, type Screen } from '#access/screen.ts'
import { nameHolder } from '../name-holder.ts'
import { putVideoFirst } from '../put-video-first.ts'
import { reassignNavigator } from '../reassign-navigator.ts'
import { redirectReferral } from '../redirect-referral.ts'
import { stateHighNeed } from '../state-high-need.ts'
import { funnelScreen } from './funnel.tsx'
import { packetScreen } from './referral-packet-page.tsx'
import { redirectionScreen } from './referral-redirection.tsx'
import { referralScreen } from './referral.tsx'
import { sameWeekScreen } from './same-week.tsx'

export const navigatorScreens: Screen[] = [
  referralScreen,
  packetScreen,
  redirectionScreen,
  sameWeekScreen,
  funnelScreen,
]

export const navigatorResources: Resource[] = [
  resource({
    address: 'POST /referrals/:referralId/navigator',
    act: reassignNavigator,
    stands: referralScreen,
    then: ({ id }) => `/referrals/${id}`,
  }),
  resource({
    address: 'POST /referrals/:referralId/video-first',
    act: putVideoFirst,
    stands: referralScreen,
    then: ({ id }) => `/referrals/${id}`,
  }),
  resource({
    address: 'POST /referrals/:referralId/high-need',
    act: stateHighNeed,
    stands: referralScreen,
    then: ({ id }) => `/referrals/${id}`,
  }),
  resource({
    address: 'POST /referrals/:referralId/holder',
    act: nameHolder,
    stands: referralScreen,
    then: ({ id }) => `/referrals/${id}`,
  }),
  resource({
    address: 'POST /referrals/:referralId/redirection',
    act: redirectReferral,
    stands: redirectionScreen,
    then: ({ id }) => `/referrals/${id}/handoff`,
  }),
]
