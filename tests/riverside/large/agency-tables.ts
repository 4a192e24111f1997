import type { Table } from './copy.ts'
import { partnerName, type Plan, staffPlaces } from './places.ts'
import { idAt } from './random.ts'
import type { Story } from './stories.ts'
import { about, onceAt, person, tableOf } from './story-tables.ts'

/** Who takes calls at the agency of a story. */
const intakeOf = (plan: Plan) => {
  const staff = staffPlaces(plan.size)
  return ({ partner }: Story): string => person(staff.intake(partner))
}

/** What an agency says of a referral, in the order it says it. */
const statusesOf = ({ receivedAt, acceptedAt, scheduledAt, seenAt }: Story) =>
  [
    { status: 'received', at: receivedAt, order: 0 },
    { status: 'accepted', at: acceptedAt, order: 1 },
    { status: 'scheduled', at: scheduledAt, order: 2 },
    { status: 'first_appointment_completed', at: seenAt, order: 3 },
  ].filter(({ at }) => at !== null)

function statuses(plan: Plan): Table {
  const intake = intakeOf(plan)
  return tableOf(plan, {
    name: 'referral_status',
    of: statusesOf,
    cells: {
      id: ({ order }, { place }) => idAt('status', place * 4 + order),
      referral_id: (_, story) => about.referral_id(story),
      student_id: (_, story) => about.student_id(story),
      partner_id: (_, story) => about.partner_id(story),
      status: ({ status }) => status,
      source: () => 'partner',
      happened_at: ({ at }) => at,
      entered_at: ({ at }) => at,
      entered_by: (_, story) => intake(story),
    },
  })
}

function appointments(plan: Plan): Table {
  const intake = intakeOf(plan)
  return tableOf(plan, {
    name: 'appointment',
    of: onceAt(({ visitAt, scheduledAt }) => scheduledAt && visitAt),
    cells: {
      id: ({ place }) => idAt('appointment', place),
      ...about,
      kind: () => 'assessment',
      starts_at: ({ visitAt }) => visitAt,
      minutes: () => 60,
      place: ({ partner }) => partnerName(partner),
      modality: () => 'in_person',
      booked_by: ({ navigator }) => person(navigator),
      booked_at: ({ scheduledAt }) => scheduledAt,
      result: ({ seenAt }) => seenAt && 'attended',
      result_at: ({ seenAt }) => seenAt,
      result_by: (story) => story.seenAt && intake(story),
    },
  })
}

const day = 24 * 60 * 60_000

/** One comes with each visit: due a day ahead, and not before it was booked. */
const reminders = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'appointment_reminder',
    of: onceAt(({ visitAt, scheduledAt }) => scheduledAt && visitAt),
    cells: {
      id: ({ place }) => idAt('reminder', place),
      appointment_id: ({ place }) => idAt('appointment', place),
      ...about,
      due_at: ({ visitAt, scheduledAt }) =>
        new Date(Math.max((visitAt as Date).getTime() - day, (scheduledAt as Date).getTime())),
      due_standard: () => ({ json: { clock: 'visit_reminder', unit: 'school_days', amount: 1, version: 1 } }),
      planned_at: ({ scheduledAt }) => scheduledAt,
    },
  })

function responsibilities(plan: Plan): Table {
  const intake = intakeOf(plan)
  return tableOf(plan, {
    name: 'clinical_responsibility',
    of: onceAt(({ acceptedAt }) => acceptedAt),
    cells: {
      id: ({ place }) => idAt('responsibility', place),
      student_id: about.student_id,
      referral_id: about.referral_id,
      partner_id: about.partner_id,
      holder_name: () => 'Robin Lane',
      holder_credential: () => 'LCSW',
      plan_changer_name: () => 'Robin Lane',
      closer_id: ({ navigator }) => person(navigator),
      closer_name: () => 'The navigator',
      accepted_at: ({ acceptedAt }) => acceptedAt,
      accepted_by: intake,
      ended_at: ({ endedAt }) => endedAt,
    },
  })
}

/** What agencies answered: statuses, visits with their reminders, and who holds clinical responsibility. */
export const agencyTables = (plan: Plan): Table[] => [
  statuses(plan),
  appointments(plan),
  reminders(plan),
  responsibilities(plan),
]
