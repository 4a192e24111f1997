import type { View } from '#access/screen.ts'
import type { kept } from '#design/contract.ts'
import type { StaffLine } from '../staff-store.ts'
import type { TriageData } from '../triage-page.ts'

/** What every part of the form of a decision is given. */
export type Deciding = { data: TriageData; view: View; field: ReturnType<typeof kept> }

/** People to choose from, after a first line that names nobody. */
export const people = (staff: readonly StaffLine[], empty: string) => [
  { value: '', label: empty },
  ...staff.map(({ id, name }) => ({ value: id, label: name })),
]
