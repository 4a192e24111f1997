import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

/** One page that was read through an opening. */
export type ReadThrough = { at: Date; kind: 'read' | 'print' | 'export'; name: string }

export const read = statement(
  ($: { district: string; student: string; opening: string; from: Date; to: Date }) => sql<ReadThrough>`
    select e.at, e.kind, e.name from audit_event e
    where e.district_id = ${$.district} and e.student_id = ${$.student} and e.at >= ${$.from} and e.at <= ${$.to}
      and e.kind in ('read', 'print', 'export') and e.detail ->> 'opening' = ${$.opening}
    order by e.at desc, e.id desc limit 200`,
)
