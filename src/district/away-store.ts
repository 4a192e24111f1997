import { type RawBuilder, sql } from 'kysely'

/**
 * Whether somebody is away on a day: `${isAway('p', day)}`.
 * @param person the alias of a row of `person`
 * @param day the calendar day of the district, a value or an expression
 */
export const isAway = (person: string, day: RawBuilder<unknown>) => sql`
  exists (select from absence away where away.district_id = ${sql.ref(`${person}.district_id`)}
    and away.person_id = ${sql.ref(`${person}.id`)}
    and away.from_on <= ${day} and away.through_on >= ${day} and (away.ended_on is null or away.ended_on > ${day}))`
