import { sql } from 'kysely'

/**
 * What drills showed and nobody has seen to yet, as rows for the look of a night: who owes it, at which
 * school and by which day. Of the drill itself nothing is read.
 */
export const findingsOwed = (district: string) => sql`
  select f.district_id, f.id, r.school_id, f.owner_id, f.due_on from crisis_drill_finding f
  join crisis_drill r on r.district_id = f.district_id and r.id = f.drill_id
  where f.district_id = ${district} and f.finished_at is null`
