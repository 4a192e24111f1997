import { type RawBuilder, sql } from 'kysely'

/**
 * Whom somebody opened by breaking the glass, and which column says whose the row is. Given by what finds one
 * record, to be read; lists, searches and counts leave it out and stay as they are.
 */
export type Opened = { students: readonly string[]; column: string }

/**
 * That a row is at a school within reach, as a condition for SQL: the one way in which queries narrow what
 * school staff see to the schools of their assignment.
 * @param schools as `schoolsInReach` answers: null for every school, an empty list for none
 * @param column the school of the row, such as `f.school_id`; a row of no school is within reach of every
 *   school alone
 */
export function withinReach(
  schools: readonly string[] | null,
  column: string,
  opened?: Opened,
): RawBuilder<boolean> {
  if (schools === null) return sql<boolean>`true`
  const atSchool = sql<boolean>`${sql.ref(column)} = any(${schools}::uuid[])`
  if (opened === undefined) return atSchool
  return sql<boolean>`(${atSchool} or ${sql.ref(opened.column)} = any(${opened.students}::uuid[]))`
}
