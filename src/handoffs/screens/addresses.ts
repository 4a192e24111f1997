import { type Resource, resource, type Screen } from '#access/screen.ts'
import { sendReferral } from '#referrals/contract.ts'
import { answerQuestion } from '../answer-question.ts'
import { bookAppointment } from '../book-appointment.ts'
import { choosePartner } from '../choose-partner.ts'
import { confirmPoints } from '../confirm-points.ts'
import { confirmReceipt } from '../confirm-receipt.ts'
import { correctHandoff } from '../correct-handoff.ts'
import { exceptHandoff } from '../except-handoff.ts'
import { finishHandoff } from '../finish-handoff.ts'
import { givePlan } from '../give-plan.ts'
import { logContact } from '../log-contact.ts'
import { logReminder } from '../log-reminder.ts'
import { offerSupport } from '../offer-support.ts'
import { rebookAppointment } from '../rebook-appointment.ts'
import { recordConversation } from '../record-conversation.ts'
import { resolveBarrier } from '../resolve-barrier.ts'
import { settleLogistics } from '../settle-logistics.ts'
import { barrierScreen } from './barrier.tsx'
import { contactsScreen } from './contacts.tsx'
import { correctionsScreen } from './corrections.tsx'
import { exceptionScreen } from './exception.tsx'
import { familyPlanScreen } from './family-plan.tsx'
import { handoffScreen } from './handoff.tsx'
import { NEXT } from './part.tsx'
import { rebookingScreen } from './rebooking.tsx'
import { reminderScreen } from './reminder.tsx'
import { sameDayScreen } from './same-day.tsx'

type Part = { id: string }
/** Back to the handoff, at the one thing to do next. */
const next = (done: Part) => `/referrals/${done.id}/handoff#${NEXT}`
/** Back to the end of it. */
const finish = (done: Part) => `/referrals/${done.id}/handoff#finish`

export const screens: Screen[] = [
  handoffScreen,
  contactsScreen,
  exceptionScreen,
  correctionsScreen,
  rebookingScreen,
  reminderScreen,
  barrierScreen,
  familyPlanScreen,
  sameDayScreen,
]

const onHandoff = { stands: handoffScreen }

export const resources: Resource[] = [
  resource({
    address: 'POST /referrals/:referralId/partner',
    act: choosePartner,
    ...onHandoff,
    then: next,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/conversation',
    act: recordConversation,
    ...onHandoff,
    then: next,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/points',
    act: confirmPoints,
    ...onHandoff,
    then: next,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/answers',
    act: answerQuestion,
    ...onHandoff,
    then: next,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/support-offer',
    act: offerSupport,
    ...onHandoff,
    then: next,
  }),
  resource({
    address: 'POST /referrals/:referralId/packet',
    act: sendReferral,
    ...onHandoff,
    then: next,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/receipt',
    act: confirmReceipt,
    ...onHandoff,
    then: next,
  }),
  resource({
    address: 'POST /referrals/:referralId/appointments',
    act: bookAppointment,
    ...onHandoff,
    then: ({ referralId }) => next({ id: referralId }),
  }),
  resource({
    address: 'POST /appointments/:appointmentId/rebooking',
    act: rebookAppointment,
    stands: rebookingScreen,
    then: ({ referralId }) => `/referrals/${referralId}/handoff#visit`,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/logistics',
    act: settleLogistics,
    ...onHandoff,
    then: next,
  }),
  resource({
    address: 'POST /referrals/:referralId/barriers/:barrierId/resolution',
    act: resolveBarrier,
    stands: barrierScreen,
    then: ({ referralId }) => `/referrals/${referralId}#barriers`,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/plan',
    act: givePlan,
    ...onHandoff,
    then: finish,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/completion',
    act: finishHandoff,
    ...onHandoff,
    then: finish,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/exception',
    act: exceptHandoff,
    stands: exceptionScreen,
    then: finish,
  }),
  resource({
    address: 'POST /referrals/:referralId/handoff/corrections',
    act: correctHandoff,
    stands: correctionsScreen,
    then: ({ id }) => `/referrals/${id}/handoff/corrections`,
  }),
  resource({
    address: 'POST /reminders/:reminderId/attempts',
    act: logReminder,
    stands: reminderScreen,
    then: ({ reminderId }) => `/reminders/${reminderId}`,
  }),
  resource({
    address: 'POST /referrals/:referralId/contacts',
    act: logContact,
    stands: contactsScreen,
    then: ({ id }) => `/referrals/${id}/contacts`,
  }),
]
