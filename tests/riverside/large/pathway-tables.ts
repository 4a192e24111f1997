import type { Table } from './copy.ts'
import type { Plan } from './places.ts'
import { idAt } from './random.ts'
import type { Story } from './stories.ts'
import { partnerOf, person, schoolOf, tableOf, whole } from './story-tables.ts'

const steps = {
  handoff_open: ['make_handoff', 'navigator'],
  sent: ['confirm_receipt', 'partner'],
  received: ['answer_referral', 'partner'],
  accepted: ['book_first_visit', 'navigator'],
  not_accepted: ['choose_partner', 'navigator'],
  scheduled: ['hold_visit', 'partner'],
  in_service: ['ask_one_month', 'partner'],
} as const

/** What is owed next, and by whom; nothing once a referral has ended. */
function owed({ state, engagedAt }: Story): readonly [step: string | null, owner: string | null] {
  if (state === 'withdrawn' || state === 'closed') return [null, null]
  return engagedAt === null ? steps[state] : ['close_loop', 'navigator']
}

/** When the state a story is in was entered. */
const entered = ({ state, ...story }: Story): Date =>
  ({
    handoff_open: story.referredAt,
    sent: story.sentAt,
    received: story.receivedAt,
    accepted: story.acceptedAt,
    not_accepted: story.receivedAt,
    scheduled: story.scheduledAt,
    in_service: story.seenAt,
    withdrawn: story.endedAt,
    closed: story.endedAt,
  })[state] ?? story.referredAt

const referrals = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'referral',
    of: whole,
    cells: {
      id: ({ id }) => id,
      number: ({ place }) => place + 1,
      student_id: ({ student }) => student.id,
      school_id: schoolOf,
      decision_id: ({ place }) => idAt('decision', place),
      partner_id: (story) => (story.stage >= 1 ? partnerOf(story) : null),
      navigator_id: ({ navigator }) => person(navigator),
      state: ({ state }) => state,
      state_since: entered,
      reason_category: ({ category }) => category,
      service_sought: () => 'Assessment',
      modality: () => 'in_person',
      referred_at: ({ referredAt }) => referredAt,
      first_referred_at: ({ referredAt }) => referredAt,
      high_need: ({ highNeed }) => highNeed,
      offered_at: ({ consentAt }) => consentAt,
      sent_at: ({ sentAt }) => sentAt,
      received_at: ({ receivedAt }) => receivedAt,
      accepted_at: ({ acceptedAt }) => acceptedAt,
      scheduled_at: ({ scheduledAt }) => scheduledAt,
      intake_completed_at: ({ seenAt }) => seenAt,
      first_seen_at: ({ seenAt }) => seenAt,
      engaged_at: ({ engagedAt }) => engagedAt,
      ended_at: ({ endedAt }) => endedAt,
      next_step: (story) => owed(story)[0],
      next_due_at: (story) => (owed(story)[0] === null ? null : story.due),
      next_owner: (story) => owed(story)[1],
      concern_received_at: ({ concernAt }) => concernAt,
      concern_due_at: ({ referredAt }) => referredAt,
    },
  })

const booked = 4
const handoffs = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'handoff',
    of: whole,
    cells: {
      referral_id: ({ id }) => id,
      student_id: ({ student }) => student.id,
      navigator_id: ({ navigator }) => person(navigator),
      state: ({ stage }) => (stage >= booked ? 'complete' : 'open'),
      opened_at: ({ referredAt }) => referredAt,
      due_at: ({ referredAt }) => new Date(referredAt.getTime() + 21_600_000),
      due_standard: () => ({ json: { clock: 'warm_handoff', version: 1, unit: 'same_day' } }),
      first_attempt_at: ({ consentAt }) => consentAt,
      conversation_at: ({ consentAt }) => consentAt,
      caregiver_id: ({ studentPlace }) => idAt('caregiver', studentPlace),
      receipt_by: ({ receivedAt }) => receivedAt && 'Intake desk',
      receipt_at: ({ receivedAt }) => receivedAt,
      transport: ({ stage }) => (stage >= booked ? 'own_car' : null),
      logistics_at: ({ scheduledAt }) => scheduledAt,
      plan_language: ({ scheduledAt }) => scheduledAt && 'en',
      plan_delivery: ({ scheduledAt }) => scheduledAt && ['paper'],
      plan_given_at: ({ scheduledAt }) => scheduledAt,
      completed_at: ({ stage, scheduledAt }) => (stage >= booked ? scheduledAt : null),
    },
  })

/** Every referral with its warm handoff. */
export const pathwayTables = (plan: Plan): Table[] => [referrals(plan), handoffs(plan)]
