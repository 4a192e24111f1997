import { type RawBuilder, sql } from 'kysely'

type Asked = { district: unknown; today: unknown; school: RawBuilder<unknown> }

/**
 * Whether somebody leads in a crisis at a school, for a list of many: the schools that have one are gathered
 * once, and each row only looks up its own.
 * @param today the district's calendar day
 * @param school the column that holds the school
 */
export function hasCrisisLead({ district, today, school }: Asked): RawBuilder<boolean> {
  const leading = sql`a.district_id = ${district} and a.role = 'crisis_lead' and a.ended_at is null
    and a.starts_on <= ${today}::date and (a.ends_on is null or a.ends_on >= ${today}::date)`
  return sql<boolean>`(exists (select 1 from assignment a where ${leading} and a.whole_district)
    or ${school} in (select m.school_id from assignment a
      join assignment_school m on m.district_id = a.district_id and m.assignment_id = a.id where ${leading}))`
}
