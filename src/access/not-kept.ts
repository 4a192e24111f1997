import { type RawBuilder, sql } from 'kysely'

/**
 * That somebody is kept from none of these students, as a condition for SQL: whoever is kept away from one is
 * offered in no list about that student, named to nobody, and told of nothing.
 * @param person the alias of the row of the person, such as `p`
 * @param students whom it is about; nobody where no student is known yet
 */
export const notKeptFrom = (person: string, students: unknown): RawBuilder<boolean> => sql<boolean>`
  not exists (select from access_block b where b.district_id = ${sql.ref(`${person}.district_id`)}
    and b.person_id = ${sql.ref(`${person}.id`)} and b.student_id = any(${students}::uuid[]) and b.lifted_at is null)`

/**
 * That a caregiver is not kept from their child, as a condition for SQL: by an order they are never called,
 * asked, reminded or named to an agency, whether they have a sign-in or not.
 * @param caregiver the alias of the caregiver's row
 * @param child the alias of a row with the student
 */
export const caregiverNotKept = (caregiver: string, child: string): RawBuilder<boolean> => sql<boolean>`
  not exists (select from access_block b where b.district_id = ${sql.ref(`${caregiver}.district_id`)}
    and b.person_id = ${sql.ref(`${caregiver}.person_id`)} and b.student_id = ${sql.ref(`${child}.student_id`)}
    and b.lifted_at is null)`
