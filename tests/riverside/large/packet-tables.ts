import { createHash } from 'node:crypto'
import { nameWords } from '#platform/name-words.ts'
import type { Table } from './copy.ts'
import type { Plan } from './places.ts'
import { idAt } from './random.ts'
import type { Story } from './stories.ts'
import { about, onceAt, partnerOf, person, tableOf } from './story-tables.ts'

const sent = onceAt(({ sentAt }) => sentAt)

const packetOf = (story: Story) => ({
  identity: {
    name: `${story.student.given} ${story.student.family}`,
    bornOn: story.student.bornOn,
    grade: story.student.grade,
  },
  caregiver_contact: `${story.student.caregiver} ${story.student.family}, ${story.student.relationship}, 555-0199`,
  language: story.student.language,
  reason: story.category,
  urgency: 'Same week',
})

const packets = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'packet',
    of: sent,
    cells: {
      id: ({ place }) => idAt('packet', place),
      ...about,
      consent_id: ({ place }) => idAt('consent', place),
      route_id: ({ partner }) => idAt('route', partner),
      content: (story) => ({ json: packetOf(story) }),
      content_hash: (story) =>
        `\\x${createHash('sha256')
          .update(JSON.stringify(packetOf(story)))
          .digest('hex')}`,
      sent_by: ({ navigator }) => person(navigator),
      sent_at: ({ sentAt }) => sentAt,
    },
  })

const names = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'packet_name',
    of: ({ sentAt, student }) => (sentAt === null ? [] : nameWords(student.given, student.family)),
    cells: {
      partner_id: (_, story) => partnerOf(story),
      word: (word) => word,
      referral_id: (_, { id }) => id,
    },
  })

const disclosures = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'disclosure',
    of: sent,
    cells: {
      id: ({ place }) => idAt('disclosure', place),
      student_id: about.student_id,
      referral_id: about.referral_id,
      partner_id: about.partner_id,
      consent_id: ({ place }) => idAt('consent', place),
      direction: () => 'to_partner',
      items: () => ['identity', 'caregiver_contact', 'language', 'reason', 'urgency'],
      purpose: () => 'Referral and continuity',
      at: ({ sentAt }) => sentAt,
    },
  })

/** What agencies were sent, and the names they may search by. */
export const packetTables = (plan: Plan): Table[] => [packets(plan), names(plan), disclosures(plan)]
