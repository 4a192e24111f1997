import { type Resource, resource, type Screen } from '#access/screen.ts'
import { askToWait } from '../ask-to-wait.ts'
import { answerVisit } from '../answer-visit.ts'
import { goOn } from '../go-on.ts'
import { rateHandoff } from '../rate-handoff.ts'
import { sayBarrier } from '../say-barrier.ts'
import { stopSharing } from '../stop-sharing.ts'
import { withdraw } from '../withdraw.ts'
import { experienceScreen } from './experience.tsx'
import { planScreen } from './plan.tsx'
import { schoolHearsPaperScreen, schoolHearsScreen } from './school-hears.tsx'
import { explanationScreen, sharedScreen } from './sharing.tsx'

export const screens: Screen[] = [
  sharedScreen,
  planScreen,
  experienceScreen,
  explanationScreen,
  schoolHearsScreen,
  schoolHearsPaperScreen,
]
const toPlan = ({ language }: { language: string }) => `/family/plan?lang=${language}`

export const resources: Resource[] = [
  resource({
    address: 'POST /family/stops',
    act: stopSharing,
    stands: sharedScreen,
    then: ({ language }) => `/family?lang=${language}`,
  }),
  resource({ address: 'POST /family/visits', act: answerVisit, stands: planScreen, then: toPlan }),
  resource({ address: 'POST /family/withdrawals', act: withdraw, stands: planScreen, then: toPlan }),
  resource({ address: 'POST /family/waits', act: askToWait, stands: planScreen, then: toPlan }),
  resource({ address: 'POST /family/waits/end', act: goOn, stands: planScreen, then: toPlan }),
  resource({ address: 'POST /family/ratings', act: rateHandoff, stands: planScreen, then: toPlan }),
  resource({ address: 'POST /family/barriers', act: sayBarrier, stands: planScreen, then: toPlan }),
]
