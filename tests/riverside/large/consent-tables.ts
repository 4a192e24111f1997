import { itemsOf } from '#consent/contract.ts'
import type { Table } from './copy.ts'
import { before, dayOf, type Plan } from './places.ts'
import { idAt } from './random.ts'
import { onceAt, partnerOf, person, tableOf } from './story-tables.ts'

const asked = onceAt(({ consentAt }) => consentAt)

const consents = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'consent',
    of: asked,
    cells: {
      id: ({ place }) => idAt('consent', place),
      student_id: ({ student }) => student.id,
      partner_id: partnerOf,
      referral_id: ({ id }) => id,
      kind: () => 'release',
      grantor_kind: () => 'caregiver',
      caregiver_id: ({ studentPlace }) => idAt('caregiver', studentPlace),
      grantor_name: ({ student }) => `${student.caregiver} ${student.family}`,
      relationship: ({ student }) => student.relationship,
      authority: () => 'may_consent',
      method: () => 'phone_witnessed',
      witness: () => 'Interpreter line',
      language: ({ student }) => student.language,
      purpose: () => 'referral_and_follow_up',
      wording_version: () => 'questions 3',
      agency_named: () => 'An agency',
      school_named: () => 'A school',
      starts_at: ({ consentAt }) => consentAt,
      ends_on: () => dayOf(before(plan.now, -200)),
      given_at: ({ consentAt }) => consentAt,
      recorded_by: ({ navigator }) => person(navigator),
      discloses: () => true,
      tells_back: () => true,
    },
  })

const scopes = ['referral_disclosure', 'status_feedback', 'safety_signals', 'participation'] as const
const always: readonly string[] = scopes.slice(0, 2)

const answers = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'consent_answer',
    of: ({ consentAt }) => (consentAt === null ? [] : scopes),
    cells: {
      consent_id: (_, { place }) => idAt('consent', place),
      scope: (scope) => scope,
      partner_id: (_, story) => partnerOf(story),
      answer: (scope, { place }) => always.includes(scope) || place % 3 !== 0,
      items: (scope) => [...itemsOf[scope]],
    },
  })

/** What each family allowed. */
export const consentTables = (plan: Plan): Table[] => [consents(plan), answers(plan)]
