import type { Table } from './copy.ts'
import { type Plan, staffPlaces } from './places.ts'
import { idAt } from './random.ts'
import type { Story } from './stories.ts'
import { person, tableOf } from './story-tables.ts'

/** What happened to a referral: when, and by whom in which role. */
const happenedTo = (plan: Plan) => {
  const { intake } = staffPlaces(plan.size)
  return (story: Story) => {
    const { counselor, navigator, partner } = story
    const events = [
      ['concern.raised', story.concernAt, counselor, 'counselor'],
      ['triage.decided', story.referredAt, counselor, 'counselor'],
      ['consent.recorded', story.consentAt, navigator, 'navigator'],
      ['referral.sent', story.sentAt, navigator, 'navigator'],
      ['referral.received', story.receivedAt, intake(partner), 'partner_intake'],
      ['referral.accepted', story.acceptedAt, intake(partner), 'partner_intake'],
      ['appointment.booked', story.scheduledAt, navigator, 'navigator'],
      ['appointment.attended', story.seenAt, intake(partner), 'partner_intake'],
      ['referral.closed', story.endedAt, navigator, 'navigator'],
    ] as const
    return events
      .map(([name, at, who, role], order) => ({ name, at, who, role, order }))
      .filter(({ at }) => at !== null)
  }
}

/** What the trail says of each referral, so that every timeline has something true to show. */
export const trailTable = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'audit_event',
    of: happenedTo(plan),
    cells: {
      id: ({ order }, { place }) => idAt('event', place * 10 + order),
      at: ({ at }) => at,
      xact: (_, { place }) => 10 + Math.floor(place / 500),
      kind: () => 'change',
      name: ({ name }) => name,
      person_id: ({ who }) => person(who),
      role: ({ role }) => role,
      subject_type: () => 'referral',
      subject_id: (_, { id }) => id,
      student_id: (_, { student }) => student.id,
    },
  })
