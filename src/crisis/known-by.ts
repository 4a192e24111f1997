import type { Source } from '#concerns/contract.ts'

/** How an incident became known at first [R107]: who opened the record says only who wrote it. */
export const waysKnown = [
  'student_said',
  'student_wrote',
  'peer_said',
  'family_said',
  'staff_saw',
  'agency_said',
  'office_said',
  'screened',
  'otherwise',
] as const
export type KnownBy = (typeof waysKnown)[number]

/** How an incident became known that a concern led to. What was counted alone says nothing of it. */
const bySource: Readonly<Record<Source, KnownBy | null>> = {
  staff: 'staff_saw',
  student: 'student_said',
  caregiver: 'family_said',
  attendance: null,
  behavior: null,
  screener: 'screened',
  handle_with_care: 'office_said',
  partner_alert: 'agency_said',
}
export const knownBySource = (source: Source): KnownBy | null => bySource[source]
