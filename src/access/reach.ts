import { type RawBuilder, sql } from 'kysely'

/**
 * That a row is at a school within reach, as a condition for SQL: the one way in which queries narrow what
 * school staff see to the schools of their assignment.
 * @param schools as `schoolsInReach` answers: null for every school, an empty list for none
 * @param column the school of the row, such as `f.school_id`; a row of no school is within reach of every
 *   school alone
 */
export const withinReach = (schools: readonly string[] | null, column: string): RawBuilder<boolean> =>
  sql<boolean>`(${schools}::uuid[] is null or ${sql.ref(column)} = any(${schools}::uuid[]))`
