import type { Unit } from '#access/unit.ts'
import type { Scan } from '#platform/scan/scan.ts'
import type { Consent } from './consent.ts'
import { addDocument } from './document-store.ts'
import { documentWords } from './document-words.ts'

/** Where a paper is kept that came along as a scan; null where none did. */
export const keptAt = (scans: readonly Scan[] = []): string | null =>
  scans.length > 0 ? documentWords()('kept_here') : null

/** Keeps the scans of the paper beside a record that stands on it. Leaves its trace. */
export function keepScans(
  unit: Unit,
  { id, studentId, referralId }: Pick<Consent, 'id' | 'studentId' | 'referralId'>,
  scans: readonly Scan[] = [],
): void {
  if (scans.length === 0) return
  for (const scan of scans) addDocument(unit, { consentId: id, studentId }, scan)
  const subject = { type: 'consent', id, studentId }
  unit.record('consent.documented', subject, { referralId, scans: scans.length })
}
