import type { RosterState } from './lifecycle.ts'
import type { RosterSummary } from './roster-changes.ts'

/** One roster file that came in, and what became of it. */
export type RosterImport = {
  id: string
  fileName: string
  /** SHA-256 of the file, in hex. */
  fileHash: string
  format: string
  state: RosterState
  /** What it would change, once it was read; why it was refused, when it was. */
  summary: RosterSummary | RosterRefusal | Record<string, never>
  madeBy: string | null
  madeAt: Date
  appliedAt: Date | null
}

/** The whole file was refused: the sentence says what to do next and holds nobody's data. */
export type RosterRefusal = { refusal: { code: string; says: string } }

export const isRead = (summary: RosterImport['summary']): summary is RosterSummary => 'counts' in summary
export const isRefusal = (summary: RosterImport['summary']): summary is RosterRefusal => 'refusal' in summary
