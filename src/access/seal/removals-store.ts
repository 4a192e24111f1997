import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

/** That records of somebody were removed: ids and a class, and nothing of what they said. */
export type Removal = { districtId: string; removalId: string; studentId: string; recordClass: string }

export const within = statement(
  ($: { district: string; from: number; until: number }) => sql<Removal>`
    select district_id as "districtId", subject_id as "removalId", student_id as "studentId", detail ->> 'recordClass' as "recordClass"
    from audit_event where district_id = ${$.district} and xact >= ${$.from} and xact < ${$.until} and name = 'records.removed'
    order by xact, id`,
)
