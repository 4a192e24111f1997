import type { DataClass } from '#database/classes.ts'
import type { Cell, Cells, Purpose } from './minimum-necessary.ts'
import { careTeam, type Role } from './roles.ts'

/** Purpose by purpose, what somebody may know. */
type Row = Partial<Record<Purpose, readonly DataClass[]>>

/** Whoever cares for students works with all of what the school holds of them, each at their task. */
const caring: Row = {
  asking: ['identity', 'concerns'],
  triage: ['identity', 'concerns', 'triage', 'contact_details', 'consent', 'protected_care'],
  coordination: [
    'identity',
    'background',
    'contact_details',
    'protected_contacts',
    'concerns',
    'triage',
    'supports',
    'consent',
    'protected_care',
    'referrals',
    'handoffs',
    'packets',
    'visits',
    'signals',
    'clinical_responsibility',
    'crisis',
    'access_record',
    'care_notices',
    'family_needs',
  ],
  crisis: [
    'identity',
    'crisis',
    'contact_details',
    'told_without_consent',
    'clinical_responsibility',
    'consent',
  ],
  oversight: ['identity', 'access_record', 'told_without_consent', 'protected_care'],
  family: ['identity', 'consent', 'disclosures', 'access_record'],
}
const keepsDetails: Row = { records: ['identity', 'background', 'contact_details'] }
const file = ['background', 'concerns', 'triage', 'supports', 'referrals', 'record_requests'] as const
const keepsRecords: Row = { records: ['identity', ...file] }
const accounts: Row = { oversight: ['disclosures'] }
const inCrisis: Row = { crisis: ['identity', 'crisis', 'contact_details'] }
const treating: Row = {
  treatment: [
    'identity',
    'background',
    'contact_details',
    'concerns',
    'referrals',
    'handoffs',
    'packets',
    'visits',
    'signals',
    'clinical_responsibility',
  ],
}
const readsForTheFamily: Row = { family: ['identity', 'consent', 'disclosures', 'access_record'] }
const ofTheFamily: Row = { family: ['handoffs', 'visits'] }

const rows: Partial<Record<Role, readonly Row[]>> = {
  ...Object.fromEntries(careTeam.map((role) => [role, [caring]])),
  counselor: [caring, keepsDetails],
  psychologist: [caring, keepsDetails],
  social_worker: [caring, keepsDetails],
  nurse: [caring, keepsDetails],
  navigator: [caring, keepsDetails],
  student_support_head: [caring, keepsDetails, keepsRecords, accounts, { oversight: ['kept_away'] }],
  designated_lead: [caring, keepsRecords, accounts],
  principal: [
    inCrisis,
    {
      asking: ['identity', 'concerns'],
      coordination: [
        'identity',
        'background',
        'protected_contacts',
        'concerns',
        'supports',
        'referrals',
        'handoffs',
        'visits',
        'signals',
        'crisis',
        'care_notices',
      ],
      crisis: ['told_without_consent'],
      // Who comes to the door of the school, and must not: why, too.
      oversight: ['identity', 'told_without_consent', 'kept_away'],
    },
  ],
  teacher: [
    {
      asking: ['identity', 'concerns'],
      // Whom to be gentle with, where they are asked to: nothing else of a notice is on their page.
      coordination: ['identity', 'concerns', 'care_notices'],
      crisis: ['identity', 'crisis'],
    },
  ],
  district_head: [
    inCrisis,
    {
      // Stands in where nobody takes a stalled loop, and then decides by what stands in the way.
      coordination: ['identity', 'referrals', 'handoffs'],
      records: ['identity', 'record_requests'],
      oversight: ['identity', 'access_record', 'told_without_consent'],
    },
  ],
  governance: [inCrisis],
  privacy_officer: [
    inCrisis,
    keepsRecords,
    accounts,
    readsForTheFamily,
    {
      coordination: ['identity', 'contact_details', 'protected_contacts', 'consent', 'protected_care'],
      records: ['contact_details'],
      oversight: [
        'identity',
        'access_record',
        'kept_away',
        'told_without_consent',
        'protected_care',
        'care_notices',
      ],
    },
  ],
  roster_manager: [
    inCrisis,
    keepsDetails,
    { asking: ['identity', 'concerns'], coordination: ['identity'], records: ['roster'] },
  ],
  partner_intake: [treating],
  // What they write for their own agency is read there by whoever treats, and by nobody else anywhere.
  clinician: [treating, { treatment: ['provider_notes'] }],
  caregiver: [readsForTheFamily, ofTheFamily],
  student: [readsForTheFamily, ofTheFamily],
}

/** The same, class by class. */
function byClass(of: readonly Row[]): Partial<Record<DataClass, Cell>> {
  const cells: Partial<Record<DataClass, { for: Purpose[] }>> = {}
  for (const row of of)
    for (const [purpose, classes] of Object.entries(row) as [Purpose, readonly DataClass[]][])
      for (const dataClass of classes) {
        const cell = (cells[dataClass] ??= { for: [] })
        if (!cell.for.includes(purpose)) cell.for.push(purpose)
      }
  return cells
}

/** Who may know what as Throughline ships: what each role needs for its task, and no more [R132]. */
export const shippedCells: Cells = Object.fromEntries(
  Object.entries(rows).map(([role, of]) => [role, byClass(of)]),
)
