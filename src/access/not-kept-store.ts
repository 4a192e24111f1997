import { type RawBuilder, sql } from 'kysely'

/**
 * That somebody who works here is kept from none of these students, as a condition for SQL: whoever is kept
 * away from one, or is family of theirs, is offered in no list about that student, named to nobody, and told
 * of nothing at work. It holds on every side: an agency offers them to nobody either, and does not read why.
 * @param person the alias of the row of the person, such as `p`
 * @param students whom it is about; nobody where no student is known yet
 */
export const notKeptFrom = (person: string, students: unknown): RawBuilder<boolean> => sql<boolean>`
  house.not_kept(${sql.ref(`${person}.id`)}, ${students}::uuid[])`

/**
 * That a caregiver is not kept from their child, as a condition for SQL: by an order they are never called,
 * asked, reminded or named to an agency, whether they have a sign-in or not. A conflict of interest is of
 * what they do at work, and takes nothing from them as a caregiver.
 * @param caregiver the alias of the caregiver's row
 * @param child the alias of a row with the student
 */
export const caregiverNotKept = (caregiver: string, child: string): RawBuilder<boolean> => sql<boolean>`
  not exists (select from access_block b where b.district_id = ${sql.ref(`${caregiver}.district_id`)}
    and b.person_id = ${sql.ref(`${caregiver}.person_id`)} and b.student_id = ${sql.ref(`${child}.student_id`)}
    and b.kind <> 'conflict_of_interest' and b.lifted_at is null)`
