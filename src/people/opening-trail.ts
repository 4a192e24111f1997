import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { RecordOpening } from './opening.ts'

/** One page that was read through an opening. */
export type ReadThrough = { at: Date; kind: 'read' | 'print' | 'export'; name: string }

const read = statement(
  ($: { district: string; student: string; opening: string; from: Date; to: Date }) => sql<ReadThrough>`
    select e.at, e.kind, e.name from audit_event e
    where e.district_id = ${$.district} and e.student_id = ${$.student} and e.at >= ${$.from} and e.at <= ${$.to}
      and e.kind in ('read', 'print', 'export') and e.detail ->> 'opening' = ${$.opening}
    order by e.at desc, e.id desc limit 200`,
)

/** What was read because a student was opened, the latest first. */
export const readThrough = (
  tx: Transaction,
  { id, studentId, openedAt, endsAt }: RecordOpening,
): Promise<ReadThrough[]> =>
  tx.all(read, { district: tx.scope.districtId, student: studentId, opening: id, from: openedAt, to: endsAt })
