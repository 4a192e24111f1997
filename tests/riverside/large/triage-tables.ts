import type { Table } from './copy.ts'
import type { Plan } from './places.ts'
import { idAt } from './random.ts'
import { person, schoolOf, tableOf, whole } from './story-tables.ts'

const standard = JSON.stringify({ clock: 'triage', version: 1, unit: 'school_days', amount: 1 })

const concerns = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'concern',
    of: whole,
    cells: {
      id: ({ place }) => idAt('concern', place),
      school_id: schoolOf,
      student_id: ({ student }) => student.id,
      source: () => 'staff',
      reporter_id: ({ counselor }) => person(counselor),
      observed: () => 'Quieter than before.',
      urgency: () => 'this_week',
      state: () => 'triaged',
      received_at: ({ concernAt }) => concernAt,
      due_at: ({ referredAt }) => referredAt,
      due_standard: () => standard,
      ended_at: ({ referredAt }) => referredAt,
    },
  })

const decisions = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'triage_decision',
    of: whole,
    cells: {
      id: ({ place }) => idAt('decision', place),
      concern_id: ({ place }) => idAt('concern', place),
      student_id: ({ student }) => student.id,
      school_id: schoolOf,
      checklist_id: () => idAt('standard', 1),
      checklist_version: () => 1,
      answers: () => ({ json: {} }),
      score: () => 8,
      indicated: () => 'b',
      chosen: () => 'b',
      tier: ({ tier }) => tier,
      reason_category: ({ category }) => category,
      decided_by: ({ counselor }) => person(counselor),
      decided_at: ({ referredAt }) => referredAt,
    },
  })

/** Concern and decision of every referral: what the clocks start from. */
export const triageTables = (plan: Plan): Table[] => [concerns(plan), decisions(plan)]
