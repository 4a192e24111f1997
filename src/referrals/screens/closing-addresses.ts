import { type Resource, type Screen, resource, screen } from '#access/screen.ts'
import { answerFurtherRequest } from '../answer-further-request.ts'
import { closeReferral } from '../close-referral.ts'
import { confirmFeedback } from '../confirm-feedback.ts'
import { lookAsked } from '../look-asked.ts'
import { lookClosing } from '../look-closing.ts'
import { lookTracker } from '../look-tracker.ts'
import { reportFromFamily } from '../report-from-family.ts'
import { signOffClosing } from '../sign-off-closing.ts'
import { takeOffer } from '../take-offer.ts'
import { takeUpSignal } from '../take-up-signal.ts'
import { withdrawReferral } from '../withdraw-referral.ts'
import { AskedPage } from './asked.tsx'
import { askedWords } from './asked-words.ts'
import { ClosingPage } from './closing.tsx'
import { closingPageWords } from './closing-words.ts'
import { TrackerPage } from './tracker.tsx'
import { trackerWords } from './tracker-words.ts'

const tracker = screen({
  address: '/referrals',
  title: trackerWords()('title'),
  look: lookTracker,
  page: TrackerPage,
  typed: ['school', 'navigator'],
  nav: { section: 'work', label: trackerWords()('title'), order: 3 },
})
const closing = screen({
  address: '/referrals/:referralId/closing',
  title: closingPageWords()('title'),
  look: lookClosing,
  page: ClosingPage,
})

const asked = screen({
  address: '/referrals/:referralId/asked',
  title: askedWords()('title'),
  look: lookAsked,
  page: AskedPage,
})

export const closingScreens: Screen[] = [tracker, closing, asked]

type Given = Record<string, string>
const onClosing = {
  stands: closing,
  at: ({ referralId = '' }: Given) => ({ referralId }),
  then: (_result: unknown, { referralId }: Given) => `/referrals/${referralId}/closing`,
}
const onAsked = {
  stands: asked,
  at: ({ referralId = '' }: Given) => ({ referralId }),
  then: (_result: unknown, { referralId }: Given) => `/referrals/${referralId}/asked`,
}
const toStudent = ({ studentId }: { studentId: string }) => `/students/${studentId}`

/** How a referral is closed, and the small acts around its end. */
export const closingResources: Resource[] = [
  resource({ address: 'POST /referrals/:referralId/feedback', act: confirmFeedback, ...onClosing }),
  resource({ address: 'POST /referrals/:referralId/sign-off', act: signOffClosing, ...onClosing }),
  resource({ address: 'POST /referrals/:referralId/family-reports', act: reportFromFamily, ...onClosing }),
  resource({
    address: 'POST /referrals/:referralId/closure',
    act: closeReferral,
    ...onClosing,
    then: toStudent,
  }),
  resource({
    address: 'POST /referrals/:referralId/withdrawal',
    act: withdrawReferral,
    ...onClosing,
    then: toStudent,
  }),
  resource({ address: 'POST /referrals/:referralId/offers/:offerId/booking', act: takeOffer, ...onAsked }),
  resource({
    address: 'POST /referrals/:referralId/further-requests/:requestId/answer',
    act: answerFurtherRequest,
    ...onAsked,
  }),
  resource({
    address: 'POST /signals/:signalId/taking-up',
    act: takeUpSignal,
    stands: tracker,
    at: () => ({}),
    then: () => '/today',
  }),
]
