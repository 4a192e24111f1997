import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const append = statement(
  ($: { district: string; rows: string }) => sql<never>`
    insert into audit_event (district_id, id, at, kind, name, person_id, assignment_id, role, partner_id,
      subject_type, subject_id, student_id, student_ids, detail)
    select ${$.district}::uuid, id, at, kind, name, person_id, assignment_id, role, partner_id,
      subject_type, subject_id, student_id, student_ids, detail
    from jsonb_to_recordset(${$.rows}::jsonb) as t(id uuid, at timestamptz, kind text, name text, person_id uuid,
      assignment_id uuid, role text, partner_id uuid, subject_type text, subject_id uuid, student_id uuid,
      student_ids uuid[], detail jsonb)`,
)
