import { type RawBuilder, sql } from 'kysely'

/**
 * The assignments that cover schools, as a list of ids for SQL: `a.id in ${covering(…)}`. It is found from
 * the schools, which few people share, and from the few who cover every school; asked of each assignment,
 * every person of the district was looked at.
 * @param district the tenant, a value or a column
 * @param schools what the school is compared with: `= ${school}`, or `= any(${schools}::uuid[])`
 */
export const covering = (district: unknown, schools: RawBuilder<unknown>) => sql`(
  select m.assignment_id from assignment_school m where m.district_id = ${district} and m.school_id ${schools}
  union all select w.id from assignment w where w.district_id = ${district} and w.whole_district)`
