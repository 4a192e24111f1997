import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

/** A trace that takes something back, as it stands in the trail: ids and codes. */
export type TakenBack = { districtId: string; id: string; name: string; [column: string]: unknown }

export const within = statement(
  ($: { district: string; from: number; until: number }) => sql<{ event: TakenBack }>`
    select jsonb_build_object('districtId', e.district_id, 'id', e.id, 'at', e.at, 'kind', e.kind, 'name', e.name,
      'personId', e.person_id, 'role', e.role, 'subjectType', e.subject_type, 'subjectId', e.subject_id,
      'studentId', e.student_id, 'detail', e.detail) as event
    from audit_event e join house.taken_back t on t.name = e.name
    where e.district_id = ${$.district} and e.xact >= ${$.from} and e.xact < ${$.until} and not e.detail ? 'again'
    order by e.xact, e.id`,
)
