import type { Transaction } from '#platform/database/database.ts'
import type { RecordOpening } from './opening.ts'
import { type ReadThrough, read } from './opening-trail-store.ts'

/** What was read because a student was opened, the latest first. */
export const readThrough = (
  tx: Transaction,
  { id, studentId, openedAt, endsAt }: RecordOpening,
): Promise<ReadThrough[]> =>
  tx.all(read, { district: tx.scope.districtId, student: studentId, opening: id, from: openedAt, to: endsAt })
