import { type Resource, type Screen, resource, screen } from '#access/screen.ts'
import { acceptReferral } from '../accept-referral.ts'
import { acknowledgeStop } from '../acknowledge-stop.ts'
import { answerOneMonth } from '../answer-one-month.ts'
import { declineReferral } from '../decline-referral.ts'
import { disengageReferral } from '../disengage-referral.ts'
import { lookInbox } from '../look-inbox.ts'
import { lookPacket } from '../look-packet.ts'
import { offerTimes } from '../offer-times.ts'
import { postMilestone } from '../post-milestone.ts'
import { postParticipation } from '../post-participation.ts'
import { postSignal } from '../post-signal.ts'
import { postStatus } from '../post-status.ts'
import { receiveReferral } from '../receive-referral.ts'
import { recordResult } from '../record-result.ts'
import { requestFurtherReferral } from '../request-further-referral.ts'
import { returnReferral } from '../return-referral.ts'
import { scheduleVisit } from '../schedule-visit.ts'
import { InboxPage } from './inbox.tsx'
import { inboxWords } from './inbox-words.ts'
import { PacketPage } from './packet.tsx'

const say = inboxWords()

const inbox = screen({
  address: '/inbox',
  title: say('title'),
  look: lookInbox,
  page: InboxPage,
  nav: { section: 'work', label: say('title'), order: 1 },
})
const packet = screen({
  address: '/inbox/:referralId',
  title: say('packet_title'),
  look: lookPacket,
  page: PacketPage,
})

export const inboxScreens: Screen[] = [inbox, packet]

type Given = Record<string, string>
const there = ({ referralId = '' }: Given) => ({ referralId })
const toPacket = (_result: unknown, { referralId }: Given) => `/inbox/${referralId}`
const toAnswer = (_result: unknown, { referralId }: Given) => `/inbox/${referralId}#answer`
const toInbox = () => '/inbox'
const onPacket = { stands: packet, at: there, then: toPacket }
/** The next thing to do stands where the answer stood. */
const onAnswer = { ...onPacket, then: toAnswer }
const backToInbox = { stands: packet, at: there, then: toInbox }

/** What an agency can answer, each an address of its own: a person's button and a machine's request alike. */
export const inboxResources: Resource[] = [
  resource({ address: 'POST /inbox/:referralId/receipt', act: receiveReferral, ...onAnswer }),
  resource({ address: 'POST /inbox/:referralId/acceptance', act: acceptReferral, ...onAnswer }),
  resource({ address: 'POST /inbox/:referralId/decline', act: declineReferral, ...backToInbox }),
  resource({ address: 'POST /inbox/:referralId/return', act: returnReferral, ...backToInbox }),
  resource({ address: 'POST /inbox/:referralId/visits', act: scheduleVisit, ...onPacket }),
  resource({ address: 'POST /inbox/:referralId/times', act: offerTimes, ...onPacket }),
  resource({
    address: 'POST /inbox/:referralId/visits/:appointmentId/result',
    act: recordResult,
    ...backToInbox,
  }),
  resource({ address: 'POST /inbox/:referralId/engagement', act: answerOneMonth, ...backToInbox }),
  resource({ address: 'POST /inbox/:referralId/disengagement', act: disengageReferral, ...onPacket }),
  resource({ address: 'POST /inbox/:referralId/statuses', act: postStatus, ...onPacket }),
  resource({ address: 'POST /inbox/:referralId/signals', act: postSignal, ...onPacket }),
  resource({ address: 'POST /inbox/:referralId/participation', act: postParticipation, ...onPacket }),
  resource({ address: 'POST /inbox/:referralId/milestones', act: postMilestone, ...onPacket }),
  resource({ address: 'POST /inbox/:referralId/further-requests', act: requestFurtherReferral, ...onPacket }),
  resource({ address: 'POST /inbox/:referralId/stop', act: acknowledgeStop, ...backToInbox }),
]
