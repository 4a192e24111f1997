/**
 * Every column that is stored sealed, and under whose key: what people typed, how a family is reached, and
 * what was sent. What stays readable, and why, stands in `plain.ts`; a promise compares both with the
 * database.
 */
type Table = {
  /**
   * Whose key: of the student a column names, or of the student of the row it hangs on. While it names
   * nobody, and where a row is of no student, the district's own.
   */
  of: { column: string } | { through: string; by: string } | 'district'
  /** The columns that tell a row from the others of its district. */
  row: readonly string[]
  columns: Readonly<Record<string, 'text' | 'json' | 'bytes'>>
}

const student = { column: 'student_id' } as const
const id = ['id'] as const

export const sealedTables = {
  student: { of: { column: 'id' }, row: id, columns: { accommodation: 'text' } },
  caregiver: {
    of: { column: 'id' },
    row: id,
    columns: { phone: 'text', email: 'text', contact_hours: 'text' },
  },
  protected_contact: {
    of: { column: 'owner_id' },
    row: id,
    columns: { phone: 'text', email: 'text', contact_hours: 'text', address: 'text', neighborhood: 'text' },
  },
  access_block: { of: student, row: id, columns: { document_reference: 'text' } },
  record_opening: { of: student, row: id, columns: { words: 'text' } },
  record_opening_review: { of: student, row: ['opening_id'], columns: { words: 'text' } },
  roster_part: { of: 'district', row: ['import_id', 'position'], columns: { bytes: 'bytes' } },
  concern: {
    of: student,
    row: id,
    columns: {
      asked_by: 'text',
      asked_by_contact: 'text',
      about_name: 'text',
      about_grade: 'text',
      observed: 'text',
      setting: 'text',
      schoolwork: 'text',
      health: 'text',
      closed_reason: 'text',
    },
  },
  concern_question: { of: { through: 'concern', by: 'concern_id' }, row: id, columns: { answer: 'text' } },
  triage_decision: { of: student, row: id, columns: { override_reason: 'text', review_note: 'text' } },
  brief_support: { of: student, row: id, columns: { focus: 'text' } },
  consent: {
    of: student,
    row: id,
    columns: { witness: 'text', document_reference: 'text', interpreter: 'text' },
  },
  consent_document: { of: student, row: id, columns: { bytes: 'bytes' } },
  consent_revocation: {
    of: { through: 'consent', by: 'consent_id' },
    row: ['consent_id'],
    columns: { asked_by: 'text' },
  },
  consent_exception: {
    of: student,
    row: id,
    columns: { threat: 'text', recipient_name: 'text', recipient_office: 'text', report_reference: 'text' },
  },
  consent_exception_review: { of: student, row: ['exception_id'], columns: { note: 'text' } },
  // An agency's own: under a key of the referral there, which the school's removal of its record leaves.
  provider_note: { of: { column: 'referral_id' }, row: id, columns: { words: 'text' } },
  record_request: { of: student, row: id, columns: { about: 'text' } },
  record_answer: { of: student, row: ['request_id'], columns: { note: 'text', statement: 'text' } },
  legal_hold: { of: student, row: id, columns: { reason: 'text' } },
  packet: { of: student, row: id, columns: { content: 'json' } },
  referral_ending: {
    of: student,
    row: ['referral_id'],
    columns: { plan: 'text', step_down: 'text', destination: 'text' },
  },
  handoff: {
    of: student,
    row: ['referral_id'],
    columns: {
      interpreter: 'text',
      receipt_by: 'text',
      transport_note: 'text',
      accompanied_by: 'text',
      bring_note: 'text',
      exception_note: 'text',
    },
  },
  contact_attempt: { of: student, row: id, columns: { interpreter: 'text' } },
  correction: { of: student, row: id, columns: { reason: 'text' } },
  appointment: { of: student, row: id, columns: { place: 'text', with_whom: 'text' } },
  visit_offer: { of: student, row: id, columns: { place: 'text', with_whom: 'text' } },
  barrier: { of: student, row: id, columns: { action: 'text', result: 'text' } },
  crisis_incident: { of: student, row: id, columns: { place: 'text', services_called: 'text' } },
  crisis_entry: {
    of: { through: 'crisis_incident', by: 'incident_id' },
    row: id,
    columns: { words: 'text' },
  },
  agreed_measure: { of: student, row: id, columns: { baseline: 'text' } },
  escalation_entry: { of: student, row: id, columns: { words: 'text' } },
  weekly_review_line: { of: student, row: id, columns: { words: 'text' } },
  improvement: { of: student, row: id, columns: { words: 'text' } },
  sampled_case: { of: student, row: id, columns: { reason: 'text' } },
  incident_review: { of: student, row: id, columns: { outcome: 'text', learned: 'text' } },
  return_plan: {
    of: student,
    row: id,
    columns: {
      attendees: 'text',
      supports: 'text',
      next_visit: 'text',
      check_ins: 'text',
      if_risk_rises: 'text',
      not_needed_because: 'text',
    },
  },
  return_sheet: { of: student, row: id, columns: { words: 'text' } },
  follow_up: { of: student, row: id, columns: { words: 'text' } },
  support_strategy: { of: student, row: id, columns: { words: 'text' } },
  review_task: { of: student, row: id, columns: { words: 'text' } },
  disclosure: { of: student, row: id, columns: { recipient_office: 'text' } },
  reassessment: { of: student, row: id, columns: { reason: 'text' } },
  practical_support: { of: student, row: id, columns: { need: 'text', arranged: 'text', result: 'text' } },
  care_notice: { of: student, row: id, columns: { child_name: 'text', born_on: 'text', grade: 'text' } },
  crisis_team_member: { of: 'district', row: id, columns: { phone: 'text', email: 'text' } },
} as const satisfies Record<string, Table>

type Tables = typeof sealedTables
export type SealedTable = keyof Tables
/** A sealed column of a table, as in `concern.observed`. */
export type SealedPlace = { [T in SealedTable]: `${T}.${keyof Tables[T]['columns'] & string}` }[SealedTable]

/** Looks at a table of the list without its exact type. */
export const sealedTable = (table: SealedTable): Table => sealedTables[table]
