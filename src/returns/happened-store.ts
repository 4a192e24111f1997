import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Happened } from './rules.ts'

/**
 * Days missed, exclusions and further crises of a student, the day of the crisis `i` of the district `d`, and
 * up to when attendance is known, as columns for SQL.
 */
export const happenedColumns = (student: RawBuilder<unknown>) => sql`
  to_char(i.started_at at time zone d.time_zone, 'YYYY-MM-DD') as "crisisOn",
  array(select e.starts_on::text from school_event e where e.district_id = i.district_id and e.student_id = ${student}
    and e.kind = 'absence' and e.code = 'whole_day' and not e.taken_back and e.replaced_at is null) as "absentOn",
  array(select e.starts_on::text from school_event e where e.district_id = i.district_id and e.student_id = ${student}
    and e.kind = 'exclusion' and not e.taken_back and e.replaced_at is null) as "excludedOn",
  array(select to_char(o.started_at at time zone d.time_zone, 'YYYY-MM-DD') from crisis_incident o
    where o.district_id = i.district_id and o.student_id = ${student} and o.id <> i.id and o.ended_as is null) as "urgentOn",
  (select to_char(max(m.made_at) at time zone d.time_zone, 'YYYY-MM-DD') from school_event_import m
    where m.district_id = i.district_id and m.kind = 'absence' and not m.previewed) as "attendanceThrough"`

const happened = statement(
  ($: { district: string; student: string; incident: string }) => sql<Happened & { crisisOn: string }>`
    select ${happenedColumns(sql`${$.student}`)}
    from crisis_incident i join district d on d.district_id = i.district_id
    where i.district_id = ${$.district} and i.id = ${$.incident}`,
)

/**
 * Days missed, exclusions and further crises of a student, the day of the crisis they come back from, and up
 * to when the student system said who was missing.
 */
export const happenedTo = (
  tx: Transaction,
  { studentId: student, incidentId: incident }: { studentId: string; incidentId: string },
) => tx.one(happened, { district: tx.scope.districtId, student, incident })
